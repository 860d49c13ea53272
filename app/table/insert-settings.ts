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

/** The blocks of an insert make one part for each partition, up to so many rows, whatever these take. */
const ONE_PART: readonly ClickHouseSettings[] = [
  { min_insert_block_size_rows: "1000000", min_insert_block_size_bytes: "0" },
];

/** How rows are inserted into a table. */
export interface InsertSettings {
  /** Of each insert: what helps there, and this user may set. */
  readonly settings: ClickHouseSettings;
  /** Whether several blocks surely make one part for each partition. */
  readonly onePart: boolean;
}

/** @param severalBlocks whether inserts have several blocks */
export async function insertSettings(
  client: ClickHouseClient,
  table: InsertTarget,
  severalBlocks: boolean,
): Promise<InsertSettings> {
  const allowed = async (choices: readonly ClickHouseSettings[], wanted: boolean) =>
    wanted ? firstAllowed(client, choices) : {};
  const [noLimit, noMerge, onePart] = await Promise.all([
    allowed(NO_PARTITION_LIMIT, mayTouchPartitions(table)),
    allowed(NO_MERGE, mergesInVain(table)),
    allowed(ONE_PART, severalBlocks),
  ]);
  return { settings: { ...noLimit, ...noMerge, ...onePart }, onePart: onePart !== undefined };
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

/** The first that this user may set. */
async function firstAllowed(
  client: ClickHouseClient,
  choices: readonly ClickHouseSettings[],
): Promise<ClickHouseSettings | undefined> {
  for (const settings of choices) {
    try {
      await client.command({ query: "SELECT 1", clickhouse_settings: settings });
      return settings;
    } catch (error) {
      const { kind, heals } = describeServerError(error);
      if (kind !== "answered" || heals) throw error;
    }
  }
  return undefined;
}
