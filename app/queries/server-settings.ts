import type { ClickHouseClient } from "@clickhouse/client";
import { select } from "../server/select";
import type { QueryResults } from "./query-results";

/** Settings that decide how fast queries are, changed or not. */
const TOLD = [
  "max_threads",
  "max_memory_usage",
  "use_query_condition_cache",
  "use_uncompressed_cache",
  "use_query_cache",
];

/** The server's version, and the settings that this user's queries have. */
export async function readServer(client: ClickHouseClient): Promise<QueryResults["server"]> {
  const [[version], settings] = await Promise.all([
    select<{ version: string }>(client, "SELECT version() AS version"),
    select<{ name: string; value: string }>(
      client,
      `SELECT name, value FROM system.settings WHERE changed OR name IN {told:Array(String)} ORDER BY name`,
      { told: TOLD },
    ),
  ]);
  return {
    version: version!.version,
    settings: Object.fromEntries(settings.map(({ name, value }) => [name, value])),
  };
}
