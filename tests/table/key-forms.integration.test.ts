import type { ClickHouseClient } from "@clickhouse/client";
import fc from "fast-check";
import type { Range } from "../../app/plan/range";
import { createRowGenerator } from "../../app/rows/row-generator";
import { openClient } from "../../app/server/client";
import { rangeChecksums } from "../../app/table/checksum";
import { removeRows } from "../../app/table/remove-rows";
import { idsWithin, survey } from "../../app/table/survey";
import { readTargetTable, type TargetTable } from "../../app/table/target-table";
import type { WriterName } from "../../app/request/request-options";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { foreignSql, KEY_CASES, keyedDomain } from "../support/key-forms";
import { rowsOf, sql } from "../support/olap-insert";
import { openWriter, WRITER_NAMES } from "../support/writers";

jest.setTimeout(120_000);

let embedded: TestEmbedded;
let client: ClickHouseClient;
beforeAll(async () => {
  embedded = await startTestEmbedded();
  client = openClient(embedded.connection);
});
afterAll(async () => {
  await client?.close();
  await embedded?.stop();
});

const range = (first: number, rows: number): Range => ({ first, rows });
const numbersOf = ({ first, rows }: Range) => Array.from({ length: rows }, (_, i) => String(first + i));

describe.each(KEY_CASES)("a key that is $name", ({ form, type, foreign }) => {
  let table: TargetTable;
  let largest: number;

  beforeAll(async () => {
    const statements = [
      "DROP TABLE IF EXISTS forms SYNC",
      `CREATE TABLE forms (id ${type}, v UInt8) ENGINE = MergeTree ORDER BY id SETTINGS index_granularity = 64`,
    ];
    for (const query of statements) await client.command({ query });
    const name = { database: embedded.connection.database, table: "forms" };
    table = (await readTargetTable(client, name, () => keyedDomain(form)))!;
    // A range ends before the last safe integer.
    largest = Math.min(table.key.largest!, Number.MAX_SAFE_INTEGER - 1);
  });
  beforeEach(() => client.command({ query: "TRUNCATE TABLE forms" }));

  const insert = async (rows: Range, writerName: WriterName = "native") => {
    const writer = await openWriter(writerName, embedded.connection, "forms", table.model);
    const block = createRowGenerator("42", table.model, table.domain).generate(rows.first, rows.rows);
    await writer.send(writer.encode(block), { id: `${writerName}/${rows.first}`, commit: async () => {} });
    await writer.close();
  };
  const insertForeign = async () => {
    for (const value of foreign)
      await sql(embedded.connection, `INSERT INTO forms VALUES (${foreignSql(type, value)}, 1)`);
  };
  const numbersIn = async (rows: Range) =>
    (
      await rowsOf<{ n: string }>(
        embedded.connection,
        `SELECT ${table.key.rowNumber} AS n FROM forms WHERE ${table.key.within(rows)} ORDER BY n`,
      )
    ).map(({ n }) => n);

  it.each(WRITER_NAMES)(
    "has each row's number as the server reads it back, by the writer %s",
    async (writer) => {
      const middle = Math.floor(largest / 3);
      for (const rows of [range(0, 300), range(middle, 100), range(largest - 299, 300)]) {
        await insert(rows, writer);
        expect(await numbersIn(rows)).toEqual(numbersOf(rows));
        const [kind] = await rowsOf(
          embedded.connection,
          `SELECT any(toTypeName(${table.key.rowNumber})) AS type FROM forms WHERE ${table.key.within(rows)}`,
        );
        expect(kind).toEqual({ type: "UInt64" });
        await client.command({ query: "TRUNCATE TABLE forms" });
      }
    },
  );

  it("selects exactly the rows of a range, and foreign ones never", async () => {
    await insert(range(100, 800));
    await insertForeign();
    const part = fc.tuple(fc.nat(1_000), fc.integer({ min: 1, max: 1_000 }));
    await fc.assert(
      fc.asyncProperty(part, async ([first, rows]) => {
        const asked = range(first, Math.min(rows, 1_000 - first));
        if (asked.rows === 0) return;
        const due = numbersOf(asked).filter((n) => Number(n) >= 100 && Number(n) < 900);
        expect(await numbersIn(asked)).toEqual(due);
      }),
      { numRuns: 8 },
    );
    expect(await survey(client, table, [range(100, 300), range(400, 500)])).toEqual([]);
    expect(await idsWithin(client, table, range(0, 1_000))).toEqual({ rows: 800, min: 100, max: 899 });
    expect((await rangeChecksums(client, table, [], [range(0, 1_000)]))[0]).toMatchObject({ rows: 800 });
  });

  it("removes a range's rows, and foreign ones never", async () => {
    await insert(range(0, 1_000));
    await insertForeign();
    const columns = table.model;
    const recognised = await rangeChecksums(client, table, columns, [range(10, 10), range(500, 500)]);
    await removeRows(
      client,
      table,
      recognised.map((held) => ({ ...held, columns })),
      {
        commit: async () => {},
        gone: async () => {},
      },
    );
    expect(await numbersIn(range(0, 1_000))).toEqual([
      ...numbersOf(range(0, 10)),
      ...numbersOf(range(20, 480)),
    ]);
    expect(await rowsOf(embedded.connection, "SELECT count() AS n FROM forms")).toEqual([
      { n: String(490 + foreign.length) },
    ]);
  });

  it("lets the primary index find a range", async () => {
    const rows = range(0, Math.min(largest, 4_999) + 1);
    await insert(rows);
    await client.command({ query: "OPTIMIZE TABLE forms FINAL" });
    const plan = await sql(
      embedded.connection,
      `EXPLAIN indexes = 1 SELECT sum(v) FROM forms WHERE ${table.key.within(range(rows.rows >> 1, 64))} FORMAT TSVRaw`,
    );
    const [, read, all] = /Granules: (\d+)\/(\d+)/.exec(plan)!.map(Number);
    expect(all).toBeGreaterThanOrEqual(15);
    expect(read).toBeLessThanOrEqual(3);
  });

  it("has no rows beyond the largest", async () => {
    await insert(range(largest - 2, 3));
    expect(await numbersIn(range(largest, 1))).toEqual([String(largest)]);
    if (largest === table.key.largest) {
      expect(await numbersIn(range(largest - 1, 100))).toEqual(numbersOf(range(largest - 1, 2)));
      expect(await numbersIn(range(largest + 1, 1))).toEqual([]);
      const generator = createRowGenerator("42", table.model, table.domain);
      expect(() => generator.generate(largest, 2)).toThrow(RangeError);
    }
  });
});
