import { readReport } from "../../app/report/read-report";
import { readPageState } from "../../app/page/read-page-state";
import { thisOwner } from "../../app/run/claim/this-owner";
import { openServerSession } from "../../app/run/session/server-session";
import { type TestEmbedded, startTestEmbedded } from "../support/embedded";
import { openTableWithLedger } from "../support/table-with-ledger";
import { run } from "../support/test-client";

let embedded: TestEmbedded;
beforeAll(async () => {
  embedded = await startTestEmbedded();
});
afterAll(() => embedded.stop());

async function read() {
  const session = await openServerSession(embedded.connection);
  try {
    return await readPageState({ session, owner: thisOwner("terminal") });
  } finally {
    await session.close();
  }
}

describe("readPageState", () => {
  it("has tables with runs, without runs, gone, and of names with points, but no state tables and no views", async () => {
    const filled = await openTableWithLedger(embedded.connection);
    const gone = await openTableWithLedger(embedded.connection);
    const { client } = filled;
    await filled.fill(10_000);
    await gone.fill(10_000);
    await gone.sql("DROP TABLE t SYNC");
    await run(
      client,
      "CREATE TABLE empty (id UInt32) ENGINE = MergeTree ORDER BY id",
      "CREATE TABLE `a.b <i>` (id UInt32) ENGINE = MergeTree ORDER BY id",
      "CREATE VIEW seen AS SELECT 1",
    );
    const state = await read();
    const brief = state.tables.map(({ name, rows, runs }) => [
      name,
      rows,
      runs.map(({ rows_inserted: n }) => n),
    ]);
    expect(brief.slice(0, 2).sort()).toEqual(
      [
        [filled.table.name.table, 10_000, [10_000]],
        [gone.table.name.table, null, [10_000]],
      ].sort(),
    );
    expect(brief.slice(2)).toEqual([
      ["local.a.b <i>", 0, []],
      ["empty", 0, []],
    ]);
    expect(state).toMatchObject({ jobs: null, problems: [], at: expect.stringMatching(/Z$/) });
    // What can't be understood of one table is said there, and hides no other.
    await run(
      client,
      `INSERT INTO ${filled.ledger.runsTable.table} (target_database, target_table, epoch, kind, owner, ledger_version) VALUES ('local', '${filled.table.name.table}', 99, 'claim', 'x', 99)`,
    );
    const after = await read();
    const broken = after.tables.find(({ table }) => table === filled.table.name.table)!;
    expect([broken.runs, broken.problem]).toEqual([[], expect.stringMatching(/newer/)]);
    expect(after.tables.find(({ table }) => table === gone.table.name.table)!.runs).toHaveLength(1);
    await filled.close();
    await gone.close();
  });

  it("says of a table that is spread over servers that these are the rows of one", async () => {
    const second = await startTestEmbedded();
    try {
      const columns = "image_id UInt32, age UInt8";
      const spread = await openTableWithLedger(embedded.connection, columns, undefined, undefined, {}, [
        second.connection,
      ]);
      await spread.fill(120_000, { batchSize: "20000" });
      const { tables } = await read();
      expect(tables.find(({ table }) => table === spread.table.name.table)).toMatchObject({
        rows: 100_000,
        servers: 2,
        runs: [{ rows_inserted: 120_000 }],
      });
      expect(tables.filter(({ servers }) => servers !== 1)).toHaveLength(1);
      const session = await openServerSession(embedded.connection);
      const report = await readReport({ session, name: spread.table.name, folder: "/nowhere" });
      expect(report).toContain("The rows are spread over 2 servers, and this is what one of them has");
      await Promise.all([session.close(), spread.close()]);
    } finally {
      await second.stop();
    }
  });

  it("has what a user sees that may read nothing but the ledger", async () => {
    await embedded.restart(["GRANT SELECT ON local.*"]);
    const state = await read();
    expect(state.tables.length).toBeGreaterThan(0);
    await embedded.restart();
  });
});
