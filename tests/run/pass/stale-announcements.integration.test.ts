import { stepRevision } from "../../../app/ledger/step-revision";
import { select } from "../../../app/server/select";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { openTableWithLedger, type TableWithLedger } from "../../support/table-with-ledger";

const ROWS = 10_000;

let server: TestEmbedded;
let table: TableWithLedger;
beforeAll(async () => {
  server = await startTestEmbedded();
});
afterAll(() => server?.stop());
beforeEach(async () => {
  table = await openTableWithLedger(server.connection);
});
afterEach(() => table?.close());

/** Steps that the owner of epoch 1 announces when it goes on after its lease, of a later tick than all its own. */
async function announceLate(first: number, rows: number, count: number): Promise<void> {
  const [claim] = (await table.ledger.runs()).filter((row) => row.kind === "claim");
  const revision = stepRevision(1, 900);
  const step = {
    run_id: claim!.run_id,
    rows,
    batches: 0,
    state: "announced",
    checksum: 0n,
    seconds: 0,
  } as const;
  await table.ledger.addSteps(
    Array.from({ length: count }, (_, i) => ({ ...step, first_row: first + i * rows, revision })),
  );
}

async function expectExact(rows: number): Promise<void> {
  const query = `SELECT count() AS n, uniqExact(image_id) AS ids, toString(max(image_id)) AS last FROM ${table.table.name.table}`;
  expect(await select(table.client, query)).toEqual([
    { n: String(rows), ids: String(rows), last: String(rows) },
  ]);
  const steps = await table.ledger.steps();
  expect(steps.every(({ state }) => state === "written")).toBe(true);
  expect(steps.reduce((sum, step) => sum + step.rows, 0)).toBe(rows);
}

describe("announcements of an earlier claim that left no rows", () => {
  it("are not written where fewer rows are asked for", async () => {
    await table.sql("ALTER TABLE t ADD CONSTRAINT none CHECK image_id = 0");
    await expect(table.fill(3 * ROWS)).rejects.toThrow();
    await table.sql("ALTER TABLE t DROP CONSTRAINT none");
    await table.fill(ROWS, { batchSize: "3000" });
    await expectExact(ROWS);
  });

  it("count for nothing past the end of the run, and over steps of another size", async () => {
    await table.sql("ALTER TABLE t ADD CONSTRAINT none CHECK image_id = 0");
    await expect(table.fill(ROWS)).rejects.toThrow();
    await table.sql("ALTER TABLE t DROP CONSTRAINT none");
    await table.fill(ROWS, { batchSize: "3000" });
    await announceLate(1_001, 2_000, 12);
    await table.fill(ROWS);
    await table.fill(ROWS, { batchSize: "700" });
    await expectExact(ROWS);
    await announceLate(1_500, 2_000, 12);
    await table.fill(2 * ROWS, { batchSize: "1300" });
    await expectExact(2 * ROWS);
  });
});
