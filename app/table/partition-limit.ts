import type { ClickHouseClient, ClickHouseSettings } from "@clickhouse/client";
import { describeServerError } from "../server/server-error";
import type { TargetTable } from "./target-table";

/** Each lets an insert touch any number of partitions; a server may allow one and refuse the other. */
const LIFTED: readonly ClickHouseSettings[] = [
  { max_partitions_per_insert_block: "0" },
  { throw_on_max_partitions_per_insert_block: 0 },
];

/**
 * Settings by which an insert into the table may touch any number of partitions; none where the table is not
 * partitioned, or this user may not set them.
 */
export async function liftPartitionLimit(
  client: ClickHouseClient,
  { partitionKey }: Pick<TargetTable, "partitionKey">,
): Promise<ClickHouseSettings> {
  if (partitionKey === "") return {};
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
