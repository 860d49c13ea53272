import type { Damage } from "../../../app/run/check/damage";
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

const row = (first: number) => ({ first, rows: 1 });
const read = (damage: readonly Damage[]) => damage.map((found) => ({ ...found, lacks: [...found.lacks] }));
const examine = async () => read(await examineSteps(await table.examined(), await table.ledger.steps()));
const missing = async () => read(await missingRows(table.client, table.table, await table.ledger.steps()));
const second = { first: STEP + 1, rows: STEP };
const recorded = { known: true, recorded: true, remove: false } as const;
const unseen = { ...recorded, kept: 0n, held: undefined };

describe("steps checked against the table", () => {
  it("finds nothing to do where each row is there once", async () => {
    expect(await table.ledger.steps()).toHaveLength(ROWS / STEP);
    expect(await examine()).toEqual([]);
    expect(await missing()).toEqual([]);
  });

  it("writes a step whole of which nothing is left", async () => {
    await table.sql(`DELETE FROM t WHERE image_id BETWEEN ${STEP + 1} AND ${2 * STEP}`);
    const damage = { ...unseen, range: second, lacks: [second] };
    expect(await examine()).toEqual([{ ...damage, inPlace: false }]);
    expect(await missing()).toEqual([{ ...damage, inPlace: true }]);
  });

  it("writes what is missing of recorded steps, however many holes, and keeps the rest", async () => {
    await table.sql(
      "DELETE FROM t WHERE image_id <= 40 AND image_id % 2 = 0",
      `DELETE FROM t WHERE image_id IN (${STEP + 5}, ${STEP + 6}, ${STEP + 9})`,
    );
    const damage = [
      { range: { first: 1, rows: STEP }, lacks: Array.from({ length: 20 }, (_, i) => row(2 * i + 2)) },
      { range: second, lacks: [{ first: STEP + 5, rows: 2 }, row(STEP + 9)] },
    ];
    expect(await missing()).toEqual(damage.map((found) => ({ ...unseen, ...found, inPlace: true })));
    const held = [{ rows: STEP - 20 }, { rows: STEP - 3 }];
    expect(await examine()).toMatchObject(
      damage.map((found, i) => ({ ...recorded, ...found, inPlace: true, held: held[i] })),
    );
    for (const { kept, held } of await examine()) expect(kept).toBe(held!.checksum);
  });

  it("removes and rewrites a step with rows that are there twice: all, or some beside holes", async () => {
    const name = table.table.name.table;
    await table.sql(
      "DELETE FROM t WHERE image_id < 100",
      `INSERT INTO t SELECT * FROM ${name} WHERE image_id % 7 = 0 AND image_id <= ${STEP}`,
      `INSERT INTO t SELECT * FROM ${name} WHERE image_id BETWEEN ${STEP + 1} AND ${2 * STEP}`,
    );
    const steps = [
      { range: { first: 1, rows: STEP }, rows: 1_901 + 271 },
      { range: second, rows: 2 * STEP },
    ];
    expect(await examine()).toMatchObject(
      steps.map(({ range, rows }) => ({
        ...recorded,
        range,
        lacks: [range],
        kept: 0n,
        inPlace: false,
        held: { range, rows },
        remove: true,
      })),
    );
    expect((await missing()).map(({ lacks }) => lacks)).toEqual([[{ first: 1, rows: 99 }]]);
  });

  it("records a step again whose record does not say what it should be", async () => {
    await table.sql("DELETE FROM t WHERE image_id = 7");
    const steps = (await table.ledger.steps()).map((step) => ({ ...step, checksum: 7n }));
    const damage = await examineSteps(await table.examined(), steps);
    expect(read(damage)).toMatchObject([{ inPlace: false, remove: false, lacks: [row(7)] }]);
  });

  it.each([
    [
      "some of them three times",
      "INSERT INTO t SELECT t.* FROM {t} AS t, numbers(2) AS times WHERE image_id = 3",
    ],
    ["other rows beside holes", "ALTER TABLE t UPDATE author = 'somebody' WHERE image_id = 3"],
    [
      "other rows twice",
      "INSERT INTO t SELECT image_id, 'somebody', age, caption FROM {t} WHERE image_id = 3",
    ],
  ])("refuses a step with %s, and changes nothing", async (_, statement) => {
    await table.sql("DELETE FROM t WHERE image_id = 7", statement.replace("{t}", table.table.name.table));
    await expect(examine()).rejects.toMatchObject({ code: "foreign-rows", fields: { first: 1, rows: STEP } });
  });

  it("examines a step in doubt though all of its rows are there", async () => {
    const [step] = await table.ledger.steps();
    const damage = await examineSteps(await table.examined(), [{ ...step!, state: "announced" }]);
    expect(read(damage)).toMatchObject([
      { recorded: false, inPlace: false, remove: false, lacks: [], kept: step!.checksum },
    ]);
    expect(await missingRows(table.client, table.table, [{ ...step!, state: "announced" }])).toEqual([]);
  });

  it("rewrites a step in doubt whose columns are no longer the model's", async () => {
    const examined = await table.examined();
    const [step] = await table.ledger.steps();
    const columnsAt = () => [...examined.columns.map(({ name }) => name), "gone"];
    const damage = await examineSteps({ ...examined, columnsAt }, [{ ...step!, state: "announced" }]);
    expect(read(damage)).toMatchObject([{ remove: true, lacks: [{ first: 1, rows: STEP }] }]);
  });
});
