import type { ClickHouseClient } from "@clickhouse/client";
import type { Model } from "../model/column";
import { checksumExpression } from "./checksum-expression";
import type { Range } from "../plan/range";
import { rangeGroups } from "./range-groups";
import { select } from "../server/select";
import { elementLimits } from "../server/element-limits";
import { quoteTable } from "../server/table-name";
import { byShard } from "./shards";
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
 * @param ranges sorted and disjoint, each on one shard
 * @returns one element a range, in their order
 * @throws RangeError where the ranges overlap or are not sorted
 */
export async function rangeChecksums(
  client: ClickHouseClient,
  table: KeyedTable,
  columns: Model,
  ranges: readonly Range[],
): Promise<RangeChecksum[]> {
  const items = ranges.map((range) => ({ range }));
  return byShard(client, table, items, (at, own) => checksumsOn(at, table, columns, own));
}

async function checksumsOn(
  client: ClickHouseClient,
  table: KeyedTable,
  columns: Model,
  items: readonly { readonly range: Range }[],
): Promise<RangeChecksum[]> {
  const ranges = items.map(({ range }) => range);
  const sums = new Map<number, Sums>();
  const aggregate = checksumExpression(columns);
  for (const groups of rangeGroups(ranges)) {
    const rows = await select<Sums>(
      client,
      `SELECT ${groups.groupOf(table.key.rowNumber)} AS range_first__, count() AS range_rows__, ${aggregate} AS range_checksum__
        FROM ${quoteTable(table.name)} WHERE ${table.key.within(groups.whole)} GROUP BY range_first__`,
      {},
      {
        max_query_size: String(groups.querySize + 4 * aggregate.length),
        ...elementLimits(aggregate.length),
      },
    );
    for (const row of rows) sums.set(Number(row.range_first__), row);
  }
  return ranges.map((range) => {
    const sum = sums.get(range.first);
    return { range, rows: Number(sum?.range_rows__ ?? 0), checksum: BigInt(sum?.range_checksum__ ?? 0) };
  });
}
