import type { ClickHouseClient } from "@clickhouse/client";
import type { Range } from "../plan/range";
import { RowSet } from "../plan/row-set";
import { select } from "../server/select";
import { quoteTable } from "../server/table-name";
import { rangeGroups } from "./range-groups";
import { allEnded } from "./shards";
import type { KeyedTable } from "./table-key";

/** Which row numbers of a range are in the table. */
export interface RowsPresent {
  /** Not there. */
  readonly missing: RowSet;
  /** There twice, all others once; `undefined` where a row is there more often. */
  readonly twice: RowSet | undefined;
}

/** Row numbers that are looked at in one query: its answer is about 10 MB. */
const ROWS_A_QUERY = 10_000_000;

/** 32 row numbers: a bit each, set in `present` where the row is there, in `odd` where it is so an odd number of times. */
interface Word {
  readonly first: string;
  readonly word: string;
  readonly present: number;
  readonly odd: number;
  readonly rows: string;
}

/**
 * Which rows of ranges are there and which twice: one query for many ranges, whose answer and whose memory here
 * take about a bit a row, however the holes are spread.
 * @param clients of the servers whose rows add up
 * @param ranges sorted and disjoint
 * @returns one element a range, in their order
 */
export async function rowsPresent(
  clients: readonly ClickHouseClient[],
  { name, key }: KeyedTable,
  ranges: readonly Range[],
): Promise<RowsPresent[]> {
  const found: RowsPresent[] = [];
  for (const some of queries(ranges)) {
    for (const groups of rangeGroups(some)) {
      const firsts = groups.ranges.map(({ first }) => first).join(",");
      const query = `SELECT first__ AS first, intDiv(id__, 32) AS word, groupBitOr(bit) AS present, groupBitXor(bit) AS odd, count() AS rows
          FROM (SELECT ${key.rowNumber} AS id__, ${groups.groupOf(key.rowNumber)} AS first__, bitShiftLeft(toUInt32(1), id__ % 32) AS bit
            FROM ${quoteTable(name)} WHERE ${key.within(groups.whole)} AND first__ IN (${firsts}))
          GROUP BY first, word`;
      const settings = { max_query_size: String(2 * groups.querySize) };
      const words = await allEnded(clients.map((at) => select<Word>(at, query, {}, settings)));
      const byRange = new Map(groups.ranges.map(({ first }): [number, Word[]] => [first, []]));
      for (const word of words.flat()) byRange.get(Number(word.first))!.push(word);
      found.push(...groups.ranges.map((range) => present(range, byRange.get(range.first)!)));
    }
  }
  return found;
}

/** @param words of several servers: what is there on any of them, and how often in all */
function present(range: Range, words: readonly Word[]): RowsPresent {
  const bits = new Map<number, { present: number; odd: number }>();
  for (const { word, present, odd } of words) {
    const others = bits.get(Number(word)) ?? { present: 0, odd: 0 };
    bits.set(Number(word), { present: others.present | present, odd: others.odd ^ odd });
  }
  const all = [...bits];
  const set = (of: (word: { present: number; odd: number }) => number) =>
    RowSet.of(
      range,
      all.map(([word, found]) => [word, of(found)]),
    );
  const once = set(({ present }) => present);
  const even = set(({ present, odd }) => present & ~odd);
  // Nothing is there three times or more if this many rows make up what is odd once and what is even twice.
  const rows = words.reduce((sum, word) => sum + Number(word.rows), 0);
  return { missing: once.complement(), twice: rows === once.rows + even.rows ? even : undefined };
}

function* queries(ranges: readonly Range[]): Generator<Range[]> {
  let [some, rows]: [Range[], number] = [[], 0];
  for (const range of ranges) {
    if (some.length > 0 && rows + range.rows > ROWS_A_QUERY) {
      yield some;
      [some, rows] = [[], 0];
    }
    some.push(range);
    rows += range.rows;
  }
  if (some.length > 0) yield some;
}
