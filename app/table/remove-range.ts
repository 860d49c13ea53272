import type { ClickHouseClient } from "@clickhouse/client";
import { EnvironmentFailure } from "../errors";
import { checkRanges, type Range } from "../plan/range";
import { idsWithin } from "./survey";
import { quoteTable } from "../server/table-name";
import type { KeyedTable } from "./table-key";

/**
 * Removes every row whose number is in the range, and returns when they are gone (a lightweight DELETE, waited
 * for on all replicas).
 * @throws EnvironmentFailure `rows-remain` where the range still holds rows afterwards: something else
 * inserts into it
 */
export async function removeRange(client: ClickHouseClient, table: KeyedTable, range: Range): Promise<void> {
  checkRanges([range]);
  const { name, key } = table;
  await client.command({
    query: `DELETE FROM ${quoteTable(name)} WHERE ${key.within(range)}`,
    clickhouse_settings: { lightweight_deletes_sync: "2", mutations_sync: "2" },
  });
  const { rows } = await idsWithin(client, table, range);
  if (rows === 0) return;
  const last = range.first + range.rows - 1;
  throw new EnvironmentFailure(
    "rows-remain",
    `${rows} rows with image ids ${range.first} to ${last} are in ${name.table} although they were just deleted: find out what else inserts there, then run the same command again`,
    { table: name.table, first: range.first, last, rows },
  );
}
