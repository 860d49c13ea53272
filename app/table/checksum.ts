import type { ClickHouseClient } from "@clickhouse/client";
import type { Model } from "../model/column";
import { checksumExpression } from "./checksum-expression";
import type { Range } from "../plan/range";
import { rangeGroups } from "./range-groups";
import { select } from "../server/select";
import { elementLimits } from "../server/element-limits";
import { quoteTable } from "../server/table-name";
import { addChecksums } from "../rows/checksum";
import { allEnded, rangesByShard } from "./shards";
import type { KeyedTable } from "./table-key";

export interface RangeChecksum {
  readonly range: Range;
  /** Rows with ids of the range. */
  readonly rows: number;
  /** Of these rows, as `blockChecksum` of app/rows makes it, mod 2^64. */
  readonly checksum: bigint;
}

/** An alias hides a column of the same name: these are names that no table has. */
interface Sums {
  readonly range_first__: string;
  readonly range_rows__: string;
  readonly range_checksum__: string;
}

/**
 * Number and checksum of the rows of each range, by one grouped query.
 * @param columns the columns that take part: those that the checksum to compare with was made of
 * @param ranges sorted and disjoint, each on one shard that takes turns
 * @returns one element a range, in their order
 * @throws RangeError where the ranges overlap or are not sorted
 */
export async function rangeChecksums(
  client: ClickHouseClient,
  table: KeyedTable,
  columns: Model,
  ranges: readonly Range[],
): Promise<RangeChecksum[]> {
  return rangesByShard(client, table, ranges, (clients, own) => checksumsOn(clients, table, columns, own));
}

/** As {@link rangeChecksums}. @param clients of the servers whose rows add up */
export async function checksumsOn(
  clients: readonly ClickHouseClient[],
  { name, key }: Pick<KeyedTable, "name" | "key">,
  columns: Model,
  ranges: readonly Range[],
): Promise<RangeChecksum[]> {
  const sums = new Map<number, { rows: number; checksum: bigint }>();
  const aggregate = checksumExpression(columns);
  for (const groups of rangeGroups(ranges)) {
    const query = `SELECT ${groups.groupOf(key.rowNumber)} AS range_first__, count() AS range_rows__, ${aggregate} AS range_checksum__
        FROM ${quoteTable(name)} WHERE ${key.within(groups.whole)} GROUP BY range_first__`;
    const settings = {
      max_query_size: String(groups.querySize + 4 * aggregate.length),
      ...elementLimits(aggregate.length),
    };
    const found = await allEnded(clients.map((at) => select<Sums>(at, query, {}, settings)));
    for (const { range_first__, range_rows__, range_checksum__ } of found.flat()) {
      const { rows, checksum } = sums.get(Number(range_first__)) ?? NOTHING;
      sums.set(Number(range_first__), {
        rows: rows + Number(range_rows__),
        checksum: addChecksums([checksum, BigInt(range_checksum__)]),
      });
    }
  }
  return ranges.map((range) => ({ range, ...(sums.get(range.first) ?? NOTHING) }));
}

const NOTHING = { rows: 0, checksum: 0n } as const;
