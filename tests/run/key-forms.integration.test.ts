import { verifyTable } from "../../app/run/check/verify-table";
import { thisHost } from "../../app/run/session/host";
import { select } from "../../app/server/select";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { KEY_CASES } from "../support/key-forms";
import { openTableWithLedger, type TableWithLedger } from "../support/table-with-ledger";

jest.setTimeout(300_000);

const ROWS = 10_000;

let server: TestEmbedded;
beforeAll(async () => {
  server = await startTestEmbedded();
});
afterAll(() => server?.stop());

/** One type of each form that is no integer, and texts of both kinds. */
const TYPES = ["LowCardinality(String)", "FixedString(20)", "UUID", "FixedString(36)", "DateTime64(6)"];
const LARGE = { as: "text", prefix: "cus_", digits: 12 } as const;
const TIMES = { as: "time", first: 1_600_000_000, everyTicks: 1_500_000 } as const;
const CASES = TYPES.map((type) => {
  const found = KEY_CASES.find((one) => one.type === type)!;
  // The forms of these hold fewer rows than a run of several steps has.
  const form = type.startsWith("Low") ? LARGE : type === "DateTime64(6)" ? TIMES : found.form;
  return { type, form };
});

describe.each(CASES)("a table whose key is $form.as in $type", ({ type, form }) => {
  let table: TableWithLedger;
  /** The row's number, and the condition for some. */
  let number: string;
  const within = (first: number, rows: number) => table.table.key.within({ first, rows });
  const name = () => table.table.name.table;
  const contents = () =>
    select(
      table.client,
      `SELECT count() AS n, uniqExact(${number}) AS ids, max(${number}) AS last, sum(cityHash64(toString(tuple(*)))) AS hash FROM ${name()} WHERE ${within(1, ROWS)}`,
    );
  const verification = () => verifyTable({ ...table, ...thisHost("terminal") });

  beforeEach(async () => {
    table = await openTableWithLedger(
      server.connection,
      `id ${type}, v String, w Float64`,
      "ORDER BY id",
      undefined,
      { key: { column: "id", form } },
    );
    number = table.table.key.rowNumber;
  });
  afterEach(() => table?.close());

  it("is filled exactly, whatever was in the way, and made whole again", async () => {
    // Fails in the second half.
    await table.sql(`ALTER TABLE t ADD CONSTRAINT none CHECK NOT (${within(7_500, 1)})`);
    await expect(table.fill(ROWS)).rejects.toThrow();
    await table.sql("ALTER TABLE t DROP CONSTRAINT none");
    await table.fill(ROWS);
    const whole = await contents();
    expect(whole).toMatchObject([{ n: String(ROWS), ids: String(ROWS), last: String(ROWS) }]);
    expect((await verification()).findings).toEqual([]);

    await table.sql(
      `DELETE FROM t WHERE ${within(2_500, 3_000)} AND ${number} % 3 = 0`,
      `ALTER TABLE t UPDATE v = 'somebody' WHERE ${within(9_000, 1)}`,
    );
    const { findings } = await verification();
    const altered = findings.filter(({ kind }) => kind === "altered");
    expect(altered).toMatchObject([{ range: { first: 9_000, rows: 1 }, columns: ["v"] }]);
    expect(findings.filter(({ kind }) => kind === "missing")).toHaveLength(1_000);
    await table.sql(`DELETE FROM t WHERE ${within(9_000, 1)}`);
    await table.run({ kind: "repair" });
    expect(await contents()).toEqual(whole);

    // A step that is there twice is removed and written again.
    await table.sql(`INSERT INTO t SELECT * FROM ${name()} WHERE ${within(2_001, 2_000)}`);
    await table.fill(ROWS);
    expect(await contents()).toEqual(whole);
    expect((await verification()).findings).toEqual([]);
  });

  it("is not reset where its rows were altered since", async () => {
    await table.fill(ROWS);
    await table.fill(ROWS, { startImageId: "20001", seed: "other" });
    await table.sql("ALTER TABLE t UPDATE v = 'somebody' WHERE 1");
    await expect(table.fill(ROWS, { reset: true })).rejects.toMatchObject({ code: "foreign-rows" });
    expect(await select(table.client, `SELECT count() AS n FROM ${name()}`)).toEqual([
      { n: String(2 * ROWS) },
    ]);
  });

  it("is refused where rows with its numbers are there, and the first free one named; a reset leaves them", async () => {
    const other = await openTableWithLedger(
      server.connection,
      `id ${type}, v String, w Float64`,
      "ORDER BY id",
      undefined,
      { key: { column: "id", form } },
    );
    await other.fill(ROWS, { seed: "other" });
    await table.sql(`INSERT INTO t SELECT * FROM ${other.table.name.table} WHERE ${within(4_000, 100)}`);
    await other.close();
    await expect(table.fill(ROWS)).rejects.toMatchObject({ code: "ids-taken", fields: { free: 4_100 } });
    await table.fill(ROWS, { startImageId: "4100" });
    const [held] = await select(
      table.client,
      `SELECT count() AS n, uniqExact(${number}) AS ids FROM ${name()} WHERE ${within(4_000, 20_000)}`,
    );
    expect(held).toEqual({ n: "10100", ids: "10100" });
    await table.fill(ROWS, { reset: true, startImageId: "30000" });
    expect(
      await select(table.client, `SELECT count() AS n FROM ${name()} WHERE ${within(4_000, 100)}`),
    ).toEqual([{ n: "100" }]);
  });
});
