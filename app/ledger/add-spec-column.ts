import type { ClickHouseClient } from "@clickhouse/client";
import type { StateTable } from "./state-tables";
import { addSpecSql } from "./state-tables-sql";

/** Makes a table of runs of an earlier version able to hold specifications. */
export async function addSpecColumn(
  client: ClickHouseClient,
  { name, shape, hasSpec }: StateTable,
): Promise<void> {
  if (shape === undefined || hasSpec) return;
  await client.command({ query: addSpecSql(name), clickhouse_settings: { wait_end_of_query: 1 } });
}
