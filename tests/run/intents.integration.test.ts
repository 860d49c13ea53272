import { select } from "../../app/server/select";
import { quoteTable } from "../../app/server/table-name";
import { countRows } from "../../app/table/table-state";
import { runRecords } from "../../app/ledger/run-records";
import { unreleased } from "../../app/ledger/holder";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { openTableWithLedger, summaries, type TableWithLedger } from "../support/table-with-ledger";

const ROWS = 10_000;

let server: TestEmbedded;
let table: TableWithLedger;
beforeAll(async () => {
  server = await startTestEmbedded();
});
afterAll(() => server?.stop());
beforeEach(async () => {
  table = await openTableWithLedger(server.connection);
  await table.fill(ROWS);
});
afterEach(() => table?.close());

const records = async () => runRecords(await table.ledger.runs(), await table.ledger.steps());

/** Rows and ids, and a hash of the contents whatever their order. */
async function contents(): Promise<unknown> {
  return select(
    table.client,
    `SELECT count() AS n, uniqExact(image_id) AS ids, sum(cityHash64(toString(tuple(*)))) AS hash FROM ${quoteTable(table.table.name)}`,
  );
}

describe("fill", () => {
  it("does nothing where all is there, and writes what has vanished since", async () => {
    const before = await contents();
    expect(summaries(await table.fill(ROWS))).toMatchObject([{ outcome: "nothing-to-do", rowsWritten: 0 }]);
    await table.sql("DELETE FROM t WHERE image_id IN (1, 2, 4001, 10000)");
    expect(summaries(await table.fill(ROWS))).toMatchObject([{ outcome: "complete", rowsWritten: 4 }]);
    expect(await contents()).toEqual(before);
  });

  it("grows a run, and writes all of it again where the table was truncated", async () => {
    await table.fill(14_000);
    const before = await contents();
    await table.sql("TRUNCATE TABLE t");
    await table.fill(14_000);
    expect(await contents()).toEqual(before);
  });
});

describe("a key that the server computes", () => {
  const openWith = async (columns: string) => {
    const own = await openTableWithLedger(server.connection, columns);
    const fill = async () => {
      try {
        return await own.fill(ROWS);
      } finally {
        await own.close();
      }
    };
    return { own, fill };
  };

  it.each(["ALIAS toUInt32(age)", "MATERIALIZED rowNumberInAllBlocks()", "EPHEMERAL 0"])(
    "is refused before the first insert: %s",
    async (kind) => {
      const { own, fill } = await openWith(`image_id UInt32 ${kind}, author String, age UInt8`);
      await expect(fill()).rejects.toMatchObject({
        code: "key-computed",
        message: expect.stringMatching(/column image_id .* is computed by the server \(\w+\).*: make it/),
      });
      expect(await countRows(table.client, own.table)).toBe(0);
    },
  );

  it("is filled where that is a DEFAULT", async () => {
    const { own, fill } = await openWith("image_id UInt32 DEFAULT 7, author String, age UInt8");
    await fill();
    const [held] = await select(
      table.client,
      `SELECT count() AS n, uniqExact(image_id) AS ids, max(image_id) AS max FROM ${quoteTable(own.table.name)}`,
    );
    expect(held).toEqual({ n: String(ROWS), ids: String(ROWS), max: ROWS });
  });
});

describe("reset", () => {
  it("removes what the ledger's runs wrote, and only that, then fills", async () => {
    await table.fill(ROWS, { startImageId: "50001", seed: "other" });
    await table.sql("INSERT INTO t (image_id, author) VALUES (90000, 'somebody')");
    const [summary] = summaries(await table.fill(12_000, { reset: true, seed: "new" }));
    expect(summary).toMatchObject({ outcome: "complete", rowsInserted: 12_000, seed: "new", firstRow: 1 });
    expect(await countRows(table.client, table.table)).toBe(12_001);
    expect(await records()).toMatchObject([{ seed: "new", rowsRecorded: 12_000 }]);
  });

  it("forgets rows that are gone, and writes as many as were asked", async () => {
    await table.sql("DELETE FROM t WHERE image_id % 3 = 0");
    await table.fill(ROWS, { reset: true });
    expect(await contents()).toMatchObject([{ n: String(ROWS), ids: String(ROWS) }]);
  });

  it.each([
    ["altered", "ALTER TABLE t UPDATE author = 'somebody' WHERE image_id = 4005"],
    ["doubled", "INSERT INTO t (image_id, author) VALUES (4005, 'somebody')"],
  ])("refuses where a row is %s: table and ledger stay, and the claim is released", async (_, statement) => {
    await table.sql(statement);
    const before = [await contents(), await records()];
    await expect(table.fill(ROWS, { reset: true })).rejects.toMatchObject({ code: "foreign-rows" });
    expect([await contents(), await records()]).toEqual(before);
    expect(unreleased(await table.ledger.runs())).toBeUndefined();
  });
});

describe("repair", () => {
  it("writes the rows that recorded steps lack, whatever else is wrong, and leaves the ledger's steps alone", async () => {
    const before = await contents();
    const steps = await table.ledger.steps();
    await table.sql("DELETE FROM t WHERE image_id BETWEEN 1999 AND 2003 OR image_id = 7000");
    const events = await table.run({ kind: "repair" });
    expect(summaries(events)).toMatchObject([{ outcome: "complete", rowsWritten: 6 }]);
    expect(await contents()).toEqual(before);
    expect(await table.ledger.steps()).toEqual(steps);
    expect(await records()).toMatchObject([{ rowsRecorded: ROWS, targetRows: ROWS }]);
  });

  it("leaves all as it is where nothing is missing, though a row is there twice", async () => {
    await table.sql("INSERT INTO t (image_id, author) VALUES (3, 'somebody')");
    expect(await table.run({ kind: "repair" })).toEqual([]);
    expect(await countRows(table.client, table.table)).toBe(ROWS + 1);
  });
});
