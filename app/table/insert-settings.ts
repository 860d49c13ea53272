import type { ClickHouseClient, ClickHouseSettings } from "@clickhouse/client";
import { describeServerError } from "../server/server-error";
import type { TargetTable } from "./target-table";

type InsertTarget = Pick<TargetTable, "engine" | "partitionKey" | "views">;

/** Each lets an insert touch any number of partitions; a server may allow one and refuse the other. */
const NO_PARTITION_LIMIT: readonly ClickHouseSettings[] = [
  { max_partitions_per_insert_block: "0" },
  { throw_on_max_partitions_per_insert_block: 0 },
];
/** Spares a search of each insert's rows for those that replace others. */
const NO_MERGE: readonly ClickHouseSettings[] = [{ optimize_on_insert: 0 }];

/** The settings of each insert into a table: what helps there, and this user may set. */
export async function insertSettings(
  client: ClickHouseClient,
  table: InsertTarget,
): Promise<ClickHouseSettings> {
  const wanted = [
    ...(mayTouchPartitions(table) ? [NO_PARTITION_LIMIT] : []),
    ...(mergesInVain(table) ? [NO_MERGE] : []),
  ];
  const allowed = await Promise.all(wanted.map((choices) => firstAllowed(client, choices)));
  return Object.assign({}, ...allowed) as ClickHouseSettings;
}

/** A view's table may have partitions, too. */
function mayTouchPartitions({ partitionKey, views }: InsertTarget): boolean {
  return partitionKey !== "" || views.length > 0;
}

/**
 * Whether the server merges an insert's rows, none of which can replace another: the key of such a table is
 * part of its ORDER BY. The rows that a view makes of them may replace each other, and the setting holds for
 * its table, too.
 */
function mergesInVain({ engine, views }: InsertTarget): boolean {
  return engine.endsWith("ReplacingMergeTree") && views.length === 0;
}

/** The first that this user may set; none where that is none. */
async function firstAllowed(
  client: ClickHouseClient,
  choices: readonly ClickHouseSettings[],
): Promise<ClickHouseSettings> {
  for (const settings of choices) {
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
