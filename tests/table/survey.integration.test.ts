import type { ClickHouseClient } from "@clickhouse/client";
import fc from "fast-check";
import { openClient } from "../../app/server/client";
import type { Range } from "../../app/plan/range";
import type { KeyedTable } from "../../app/table/table-key";
import { firstFreeId, idsWithin, survey } from "../../app/table/survey";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { keyedTable } from "../support/keyed-table";
import { missingIds } from "../support/missing-ids";
import { run } from "../support/test-client";

let embedded: TestEmbedded;
let client: ClickHouseClient;
const table = keyedTable("images");

beforeAll(async () => {
  embedded = await startTestEmbedded();
  client = openClient(embedded.connection);
});
afterAll(async () => {
  await client?.close();
  await embedded?.stop();
});

const create = (idType = "UInt32") =>
  run(
    client,
    "DROP TABLE IF EXISTS images SYNC",
    `CREATE TABLE images (image_id ${idType}, first UInt8, rows String) ENGINE = MergeTree ORDER BY (first, image_id) SETTINGS allow_nullable_key = 1`,
  );
beforeEach(() => create());

const insertIds = async (ids: readonly number[]) => {
  if (ids.length === 0) return;
  await client.insert({
    table: "images",
    values: ids.map((id, i) => ({ image_id: id, first: i % 3, rows: "x" })),
    format: "JSONEachRow",
  });
};
/** The survey with its sets of rows spelt out. */
const surveyed = async (of: KeyedTable, ranges: readonly Range[]) =>
  (await survey(client, of, ranges)).map(({ missing, twice, ...found }) => ({
    ...found,
    missing: [...missing].flatMap(idsOf),
    twice: twice && [...twice].flatMap(idsOf),
  }));
const idsOf = ({ first, rows }: Range) => Array.from({ length: rows }, (_, i) => first + i);
const range = (first: number, rows: number): Range => ({ first, rows });

/** Sorted disjoint ranges, with and without gaps between them. */
const someRanges = fc
  .array(fc.record({ gap: fc.constantFrom(0, 0, 0, 1, 5), rows: fc.integer({ min: 1, max: 12 }) }), {
    minLength: 1,
    maxLength: 25,
  })
  .map((parts) => {
    let next = 3;
    return parts.map(({ gap, rows }) => {
      const made = range(next + gap, rows);
      next = made.first + rows;
      return made;
    });
  });

/** Rows of a table: how often each id from 0 to 400 is there. */
const someIds = (ranges: readonly Range[]) =>
  fc
    .record({
      changed: fc.dictionary(fc.nat(400).map(String), fc.integer({ min: 0, max: 3 }), { maxKeys: 6 }),
      times: fc.array(fc.constantFrom(1, 1, 1, 0, 2), { minLength: ranges.length, maxLength: ranges.length }),
    })
    .map(({ changed, times }) => {
      const counts = new Map<number, number>();
      for (const [i, part] of ranges.entries()) for (const id of idsOf(part)) counts.set(id, times[i]!);
      for (const [id, count] of Object.entries(changed)) counts.set(Number(id), count);
      return counts;
    });

describe("survey", () => {
  test("finds the ranges that differ and nothing else, whatever the ranges and the rows", async () => {
    const cases = someRanges.chain((ranges) => fc.tuple(fc.constant(ranges), someIds(ranges)));
    await fc.assert(
      fc.asyncProperty(cases, async ([ranges, counts]) => {
        await run(client, "TRUNCATE TABLE images");
        await insertIds([...counts].flatMap(([id, count]) => Array<number>(count).fill(id)));
        const expected = ranges.flatMap((part) => {
          const times = idsOf(part).map((id) => counts.get(id) ?? 0);
          if (times.every((count) => count === 1)) return [];
          const found = times.reduce((sum, count) => sum + count, 0);
          const copies = times.every((count) => count === times[0]) ? times[0] : undefined;
          const where = (due: number) => idsOf(part).filter((_, i) => times[i] === due);
          const twice = times.every((count) => count <= 2) ? where(2) : undefined;
          return [{ range: part, found, copies, missing: where(0), twice }];
        });
        expect(await surveyed(table, ranges)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  test("is not fooled by a missing id that a double or a foreign id makes up for", async () => {
    await insertIds([...idsOf(range(1, 9)), 9, ...idsOf(range(11, 10)), ...idsOf(range(21, 9)), 31]);
    expect(await surveyed(table, [range(1, 10), range(11, 10), range(21, 10)])).toEqual([
      { range: range(1, 10), found: 10, copies: undefined, missing: [10], twice: [9] },
      { range: range(21, 10), found: 9, copies: undefined, missing: [30], twice: [] },
    ]);
  });

  test("asks about tens of thousands of ranges of varying sizes, in many spans", async () => {
    const ranges = Array.from({ length: 60_000 }, (_, i) => range(10 * i, 1 + (i % 9)));
    const dense = Array.from({ length: 60_000 }, (_, i) => range(10 * i, 10));
    await run(client, "INSERT INTO images SELECT number, 0, '' FROM numbers(600000)");
    expect(await survey(client, table, dense)).toEqual([]);
    expect(await survey(client, table, ranges.slice(0, 1_000))).toEqual([]);
    await run(client, "INSERT INTO images VALUES (599990, 1, '')");
    expect(await surveyed(table, dense)).toEqual([
      { range: range(599_990, 10), found: 11, copies: undefined, missing: [], twice: [599_990] },
    ]);
  });

  test.each(["UInt64", "Int32", "Int64", "Nullable(UInt32)", "UInt128"])(
    "works on image ids of type %s",
    async (type) => {
      await create(type);
      await insertIds([...idsOf(range(5, 10)), 3_000_000]);
      if (type.startsWith("Int")) await insertIds([-5, -1]);
      expect(await surveyed(table, [range(5, 10), range(15, 1)])).toEqual([
        { range: range(15, 1), found: 0, copies: 0, missing: [15], twice: [] },
      ]);
      expect(await missingIds(client, table, range(3, 14))).toEqual([range(3, 2), range(15, 2)]);
      expect(await idsWithin(client, table, range(0, 4_000_000))).toEqual({
        rows: 11,
        min: 5,
        max: 3_000_000,
      });
    },
  );

  test("works on a key whose name needs quoting", async () => {
    await run(
      client,
      "DROP TABLE IF EXISTS oddly SYNC",
      "CREATE TABLE oddly (`the \\`row\\` \\\\ n` UInt32) ENGINE = MergeTree ORDER BY tuple()",
      "INSERT INTO oddly SELECT number FROM numbers(1, 10) WHERE number != 4",
    );
    const oddly = keyedTable("oddly", "the `row` \\ n");
    expect(await missingIds(client, oddly, range(1, 10))).toEqual([range(4, 1)]);
    expect(await surveyed(oddly, [range(1, 3), range(4, 2)])).toEqual([
      { range: range(4, 2), found: 1, copies: undefined, missing: [4], twice: [] },
    ]);
    expect(await idsWithin(client, oddly, range(2, 100))).toEqual({ rows: 8, min: 2, max: 10 });
  });

  test("works at the far end of what an id can be", async () => {
    await create("UInt64");
    const last = range(Number.MAX_SAFE_INTEGER - 10, 10);
    await insertIds(idsOf(last));
    expect(await survey(client, table, [last])).toEqual([]);
    expect(await firstFreeId(client, table, range(1, 5))).toBe(1);
  });

  test("of no ranges asks nothing", async () => {
    expect(await survey(client, { ...table, name: { database: "none", table: "none" } }, [])).toEqual([]);
  });

  test.each([
    [[range(1, 5), range(5, 5)]],
    [[range(10, 5), range(1, 5)]],
    [[range(1, 0)]],
    [[range(1.5, 2)]],
    [[range(-1, 2)]],
    [[range(Number.MAX_SAFE_INTEGER, 2)]],
    [[{ first: "1); DROP TABLE images" as unknown as number, rows: 1 }]],
  ])("refuses %j", async (ranges) => {
    await expect(survey(client, table, ranges)).rejects.toThrow(RangeError);
  });
});

describe("ids in the table", () => {
  test("are counted within a range, ends included, and outside not", async () => {
    await insertIds([4, 5, 5, 7, 9, 10]);
    expect(await idsWithin(client, table, range(5, 5))).toEqual({ rows: 4, min: 5, max: 9 });
    expect(await idsWithin(client, table, range(11, 5))).toEqual({ rows: 0, min: undefined, max: undefined });
  });

  test("are found missing, as ranges", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: 40 })), async (present) => {
        await run(client, "TRUNCATE TABLE images");
        await insertIds([...present, ...present.slice(0, 3)]);
        const missing = await missingIds(client, table, range(5, 30));
        const ids = missing.flatMap(idsOf);
        expect(ids).toEqual(idsOf(range(5, 30)).filter((id) => !present.includes(id)));
        for (const [i, part] of missing.entries()) {
          if (i > 0) expect(part.first).toBeGreaterThan(missing[i - 1]!.first + missing[i - 1]!.rows);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("leave the first free id where its range is free, and follow the largest otherwise", async () => {
    expect(await firstFreeId(client, table, range(1, 100))).toBe(1);
    await insertIds([50, 70]);
    expect(await firstFreeId(client, table, range(1, 49))).toBe(1);
    expect(await firstFreeId(client, table, range(1, 50))).toBe(71);
    expect(await firstFreeId(client, table, range(60, 10))).toBe(60);
    expect(await firstFreeId(client, table, range(71, 10))).toBe(71);
  });
});
