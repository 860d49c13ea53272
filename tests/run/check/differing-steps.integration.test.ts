import { createRowGenerator } from "../../../app/rows/row-generator";
import { compareRows } from "../../../app/run/check/compare-rows";
import { differingSteps } from "../../../app/run/check/differing-steps";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { openTableWithLedger, SEED, type TableWithLedger } from "../../support/table-with-ledger";

const ROWS = 10_000;
const STEP = 2_000;

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

const differing = async () =>
  (await differingSteps(await table.examined(), await table.ledger.steps())).map(
    ({ first_row }) => first_row,
  );

async function compare(first: number, rows: number) {
  const { client, columns } = await table.examined();
  const generator = createRowGenerator(SEED, table.table.model, table.table.domain);
  return compareRows({ client, table: table.table, runId: "r", generator, columns }, { first, rows });
}

describe("a table as it was written", () => {
  it("differs in no step and no row", async () => {
    expect(await differing()).toEqual([]);
    expect(await compare(1, ROWS)).toEqual([]);
  });

  it("differs in no step whose checksum counts a column that is gone", async () => {
    const examined = await table.examined();
    const columns = examined.columns.filter(({ name }) => name !== "age");
    expect(await differingSteps({ ...examined, columns }, await table.ledger.steps())).toEqual([]);
  });
});

describe("a table that was changed", () => {
  it("shows a missing row that a double makes up for, with both ids", async () => {
    await table.sql(
      "DELETE FROM t WHERE image_id = 5",
      `INSERT INTO t SELECT * FROM ${table.table.name.table} WHERE image_id = 9`,
    );
    expect(await differing()).toEqual([1]);
    expect(await compare(1, STEP)).toEqual([
      { kind: "missing", runId: "r", range: { first: 5, rows: 1 }, rows: 1, columns: [] },
      { kind: "doubled", runId: "r", range: { first: 9, rows: 1 }, rows: 2, columns: [] },
    ]);
  });

  it("names the columns of altered rows, neighbours with the same ones together", async () => {
    await table.sql(
      `ALTER TABLE t UPDATE author = concat(author, '!') WHERE image_id BETWEEN ${STEP + 3} AND ${STEP + 4}`,
      `ALTER TABLE t UPDATE caption = 'x', age = 200 WHERE image_id = ${STEP + 5}`,
    );
    expect(await differing()).toEqual([STEP + 1]);
    expect(await compare(STEP + 1, STEP)).toEqual([
      { kind: "altered", runId: "r", range: { first: STEP + 3, rows: 2 }, rows: 2, columns: ["author"] },
      {
        kind: "altered",
        runId: "r",
        range: { first: STEP + 5, rows: 1 },
        rows: 1,
        columns: ["age", "caption"],
      },
    ]);
  });

  it("shows what is gone, or there several times, as one range", async () => {
    await table.sql(
      `DELETE FROM t WHERE image_id > ${ROWS - STEP}`,
      `INSERT INTO t SELECT * FROM ${table.table.name.table} WHERE image_id <= ${STEP}`,
    );
    expect(await differing()).toEqual([1, ROWS - STEP + 1]);
    expect(await compare(1, STEP)).toEqual([
      { kind: "doubled", runId: "r", range: { first: 1, rows: STEP }, rows: 2 * STEP, columns: [] },
    ]);
    expect(await compare(ROWS - STEP + 1, STEP)).toEqual([
      { kind: "missing", runId: "r", range: { first: ROWS - STEP + 1, rows: STEP }, rows: STEP, columns: [] },
    ]);
  });
});
