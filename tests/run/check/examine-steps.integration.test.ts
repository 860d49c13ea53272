import { examineSteps } from "../../../app/run/check/examine-steps";
import { missingRows } from "../../../app/run/check/missing-rows";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { openTableWithLedger, type TableWithLedger } from "../../support/table-with-ledger";

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

const examine = async () => examineSteps(await table.examined(), await table.ledger.steps());
const missing = async () => missingRows(table.client, table.table, await table.ledger.steps());
const second = { first: STEP + 1, rows: STEP };

describe("steps checked against the table", () => {
  it("finds nothing to do where each row is there once", async () => {
    expect(await table.ledger.steps()).toHaveLength(ROWS / STEP);
    expect(await examine()).toEqual([]);
    expect(await missing()).toEqual([]);
  });

  it("writes a step whole of which nothing is left", async () => {
    await table.sql(`DELETE FROM t WHERE image_id BETWEEN ${STEP + 1} AND ${2 * STEP}`);
    const damage = { range: second, lacks: [second], known: true, checksum: undefined, recorded: true };
    expect(await examine()).toEqual([{ ...damage, held: undefined, remove: false }]);
    expect(await missing()).toEqual([{ ...damage, held: undefined, remove: false }]);
  });

  it("writes a few holes by themselves, and keeps the checksum of the whole", async () => {
    await table.sql(`DELETE FROM t WHERE image_id IN (${STEP + 5}, ${STEP + 6}, ${STEP + 9})`);
    const [step] = (await table.ledger.steps()).filter(({ first_row }) => first_row === second.first);
    const lacks = [
      { first: STEP + 5, rows: 2 },
      { first: STEP + 9, rows: 1 },
    ];
    const damage = { range: second, lacks, known: true, recorded: true, remove: false };
    expect(await examine()).toMatchObject([
      { ...damage, checksum: step!.checksum, held: { rows: STEP - 3 } },
    ]);
    expect(await missing()).toEqual([{ ...damage, checksum: undefined, held: undefined }]);
  });

  it("removes and rewrites a step with many holes, and one that is there twice", async () => {
    await table.sql(
      `DELETE FROM t WHERE image_id <= 40 AND image_id % 2 = 0`,
      `INSERT INTO t SELECT * FROM ${table.table.name.table} WHERE image_id BETWEEN ${STEP + 1} AND ${2 * STEP}`,
    );
    const steps = [
      { range: { first: 1, rows: STEP }, rows: STEP - 20 },
      { range: second, rows: 2 * STEP },
    ];
    expect(await examine()).toMatchObject(
      steps.map(({ range, rows }) => ({
        range,
        lacks: [range],
        known: true,
        checksum: undefined,
        recorded: true,
        held: { range, rows },
        remove: true,
      })),
    );
    expect((await missing()).map(({ range }) => range)).toEqual([{ first: 1, rows: STEP }]);
  });

  it.each([
    ["some of them twice", "INSERT INTO t SELECT * FROM {t} WHERE image_id = 3"],
    ["other rows beside holes", "ALTER TABLE t UPDATE author = 'somebody' WHERE image_id = 3"],
  ])("refuses a step with %s, and changes nothing", async (_, statement) => {
    await table.sql("DELETE FROM t WHERE image_id = 7", statement.replace("{t}", table.table.name.table));
    await expect(examine()).rejects.toMatchObject({ code: "foreign-rows", fields: { first: 1, rows: STEP } });
  });

  it("examines a step in doubt though all of its rows are there", async () => {
    const [step] = await table.ledger.steps();
    const damage = await examineSteps(await table.examined(), [{ ...step!, state: "announced" }]);
    expect(damage).toMatchObject([{ recorded: false, remove: false, lacks: [], checksum: step!.checksum }]);
    expect(await missingRows(table.client, table.table, [{ ...step!, state: "announced" }])).toEqual([]);
  });

  it("rewrites a step in doubt whose columns are no longer the model's", async () => {
    const examined = await table.examined();
    const [step] = await table.ledger.steps();
    const columnsAt = () => [...examined.columns.map(({ name }) => name), "gone"];
    expect(await examineSteps({ ...examined, columnsAt }, [{ ...step!, state: "announced" }])).toMatchObject([
      { remove: true, lacks: [{ first: 1, rows: STEP }] },
    ]);
  });
});
