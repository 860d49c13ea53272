import type { GivenSpec } from "../../app/domains/spec/given-spec";
import { verifyTable } from "../../app/run/check/verify-table";
import { thisHost } from "../../app/run/session/host";
import { select } from "../../app/server/select";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { openTableWithLedger, type TableWithLedger } from "../support/table-with-ledger";
import { WRITER_NAMES } from "../support/writers";

jest.setTimeout(300_000);

const ROWS = 4_000;
/** Runs across 2^32, across a later multiple of it, and up to the largest safe integer. */
const FIRST_ROWS = [2 ** 32 - 1_001, 2 ** 52 - 2_003, 2 ** 53 - ROWS];
const IMAGES =
  "image_id UInt64, author String, caption String, gender_id UInt8, keyword_ids Array(UInt32), is_dupe_of UInt64, upload_date Date, tag String";
/** Draws one after another, in parts, and by the row's number. */
const PLAIN: GivenSpec = {
  key: { column: "id", form: { as: "integer" } },
  columns: {
    uuid: { kind: "identifier", form: "uuid" },
    note: { kind: "nullable", share: 0.3, of: { kind: "sentence", min: 3, max: 12 } },
    sizes: { kind: "array", of: { kind: "number", min: 0, max: 2 ** 40 }, min: 0, max: 4 },
    batch: { kind: "run", rows: 700, of: { kind: "template", text: "b-{hex8}" } },
  },
};
const PLAIN_COLUMNS =
  "id UInt64, uuid UUID, note Nullable(String), sizes Array(UInt64), batch String, odd Tuple(a String, b UUID)";

let server: TestEmbedded;
beforeAll(async () => {
  server = await startTestEmbedded();
});
afterAll(() => server?.stop());

describe.each(FIRST_ROWS)("a run from row %d on", (first) => {
  const startImageId = String(first);

  async function contents(table: TableWithLedger): Promise<unknown> {
    const { column } = table.table.key;
    const hashed = table.table.model.map(({ name }) => `toString(${name})`).join(", ");
    const query = `SELECT count() AS n, uniqExact(${column!.name}) AS ids, toString(min(${column!.name})) AS first,
      toString(max(${column!.name})) AS last, toString(sum(cityHash64(${hashed}))) AS hash FROM ${table.table.name.table}`;
    return (await select<object>(table.client, query))[0];
  }

  async function isExact(table: TableWithLedger, key: string): Promise<void> {
    const flags = { startImageId, threads: "2" };
    // Fails behind the middle, and goes on; then grows.
    await table.sql(`ALTER TABLE t ADD CONSTRAINT none CHECK ${key} != ${first + 2_100}`);
    await expect(table.fill(3_000, flags)).rejects.toThrow();
    await table.sql("ALTER TABLE t DROP CONSTRAINT none");
    await table.fill(3_000, flags);
    await table.fill(ROWS, flags);
    const whole = await contents(table);
    const bounds = { first: String(first), last: String(first + ROWS - 1) };
    expect(whole).toMatchObject({ n: String(ROWS), ids: String(ROWS), ...bounds });
    expect((await verifyTable({ ...table, ...thisHost("terminal") })).findings).toEqual([]);

    const hole = `${key} BETWEEN ${first + 900} AND ${first + 1_100} OR ${key} % 97 = 0`;
    await table.sql(`DELETE FROM t WHERE ${hole}`);
    expect(await contents(table)).not.toEqual(whole);
    await table.run({ kind: "repair" });
    expect(await contents(table)).toEqual(whole);
    expect((await verifyTable({ ...table, ...thisHost("terminal") })).findings).toEqual([]);
  }

  it.each(WRITER_NAMES.slice(0, first < 2 ** 33 ? 2 : 1))(
    "goes on, grows, is verified and repaired: images by %s",
    async (writer) => {
      const table = await openTableWithLedger(server.connection, IMAGES);
      try {
        const fill = table.fill.bind(table);
        await isExact({ ...table, fill: (rows, flags) => fill(rows, { ...flags, writer }) }, "image_id");
      } finally {
        await table.close();
      }
    },
  );

  it("so do rows of a specification", async () => {
    const table = await openTableWithLedger(
      server.connection,
      PLAIN_COLUMNS,
      "ORDER BY id",
      undefined,
      PLAIN,
    );
    try {
      await isExact(table, "id");
      const [repeated] = await select<Record<string, string>>(
        table.client,
        `SELECT toString(uniqExact(uuid)) AS uuids, toString(uniqExact(odd.2)) AS odds FROM ${table.table.name.table}`,
      );
      expect(repeated).toEqual({ uuids: String(ROWS), odds: String(ROWS) });
    } finally {
      await table.close();
    }
  });
});

it("a run that would grow beyond 2^53 - 1 is refused, and no id beyond it is called free", async () => {
  const table = await openTableWithLedger(server.connection, "image_id UInt64, tag String");
  const first = 2 ** 53 - 2_000;
  try {
    await table.fill(2_000, { startImageId: String(first) });
    await expect(table.fill(2_001)).rejects.toMatchObject({
      code: "ids-too-large",
      fields: { last: 2 ** 53 },
    });
    await expect(table.fill(10, { startImageId: String(2 ** 53 - 10), seed: "other" })).rejects.toMatchObject(
      { code: "ids-taken", message: expect.stringMatching(/none behind them is free/) },
    );
    expect((await verifyTable({ ...table, ...thisHost("terminal") })).findings).toEqual([]);
  } finally {
    await table.close();
  }
});
