import type { ClickHouseClient } from "@clickhouse/client";
import type { Model } from "../model/column";
import { checksumExpression } from "./checksum-expression";
import { checkRanges, type Range } from "../plan/range";
import { select } from "../server/select";
import { elementLimits } from "../server/element-limits";
import { quoteTable } from "../server/table-name";
import { addChecksums } from "../rows/checksum";
import { allEnded, clientsAt } from "./shards";
import type { KeyedTable } from "./table-key";

/** The rows of one number. */
export interface IdChecksums {
  readonly id: number;
  /** How many rows have the id; at least 1. */
  readonly copies: number;
  /** One for each set of columns, summed over the copies. */
  readonly checksums: readonly bigint[];
}

/**
 * The checksum of each id of a range that the table holds, over one set of columns or several.
 * @param range on one shard that takes turns, meant for a batch: the answer has as many rows as the range has ids
 * @param ids only these of the range; default all
 */
export async function rowChecksums(
  client: ClickHouseClient,
  table: KeyedTable,
  columnSets: readonly Model[],
  range: Range,
  ids?: readonly number[],
): Promise<IdChecksums[]> {
  checkRanges([range]);
  const sums = columnSets.map((columns, i) => `${checksumExpression(columns)} AS sum_${i}__`).join(", ");
  const among = ids === undefined ? "" : ` AND ${table.key.rowNumber} IN (${ids.map(Number).join(",")})`;
  const query = `SELECT ${table.key.rowNumber} AS id__, count() AS copies__, ${sums} FROM ${quoteTable(table.name)}
      WHERE ${table.key.within(range)}${among} GROUP BY id__`;
  const settings = {
    max_query_size: String(262_144 + 4 * (sums.length + among.length)),
    ...elementLimits(sums.length),
  };
  const found = await allEnded(
    clientsAt(client, table, range.first).map((at) =>
      select<Record<string, string>>(at, query, {}, settings),
    ),
  );
  const byId = new Map<number, IdChecksums>();
  for (const row of found.flat()) {
    const id = Number(row.id__);
    const before = byId.get(id);
    byId.set(id, {
      id,
      copies: (before?.copies ?? 0) + Number(row.copies__),
      checksums: columnSets.map((_, i) =>
        addChecksums([before?.checksums[i] ?? 0n, BigInt(row[`sum_${i}__`]!)]),
      ),
    });
  }
  return [...byId.values()];
}
