import type { ClickHouseClient, ClickHouseSettings } from "@clickhouse/client";
import { describeServerError } from "../server/server-error";
import type { TargetTable } from "./target-table";

/** Each lets an insert touch any number of partitions; a server may allow one and refuse the other. */
const LIFTED: readonly ClickHouseSettings[] = [
  { max_partitions_per_insert_block: "0" },
  { throw_on_max_partitions_per_insert_block: 0 },
];

/**
 * Settings by which an insert may touch any number of partitions, of the table and of what its views feed;
 * none where there can be no partitions, or this user may not set them.
 */
export async function liftPartitionLimit(
  client: ClickHouseClient,
  { partitionKey, views }: Pick<TargetTable, "partitionKey" | "views">,
): Promise<ClickHouseSettings> {
  if (partitionKey === "" && views.length === 0) return {};
  for (const settings of LIFTED) {
    try {
      await client.command({ query: "SELECT 1", clickhouse_settings: settings });
      return settings;
    } catch (error) {
      const { kind, heals } = describeServerError(error);
      if (kind !== "answered" || heals) throw error;
    }
  }
  return {};
}
