import type { ClickHouseClient, ClickHouseSettings } from "@clickhouse/client";
import { select } from "./select";
import { describeServerError } from "./server-error";
import { quoteTable, type TableName } from "./table-name";

/** How long a replica may take to fetch rows, in seconds, before that counts as an error that passes. */
const LONGEST_SECONDS = 20;
/** What servers before 23.4 say of a statement whose last word they do not know. */
const SYNTAX_ERROR = "62";

/**
 * Waits until this replica of a replicated table has the rows that the others had when it was asked. Does nothing
 * where the user may not ask for that.
 */
export async function awaitReplica(client: ClickHouseClient, table: TableName): Promise<void> {
  const sync = (how: string) =>
    client.command({
      query: `SYSTEM SYNC REPLICA ${quoteTable(table)}${how}`,
      clickhouse_settings: { receive_timeout: LONGEST_SECONDS, wait_end_of_query: 1 },
    });
  try {
    // Rows are waited for, merges are not.
    await sync(" LIGHTWEIGHT").catch((error: unknown) => {
      if (describeServerError(error).code !== SYNTAX_ERROR) throw error;
      return sync("");
    });
  } catch (error) {
    if (describeServerError(error).meaning !== "right-missing") throw error;
  }
}

/**
 * A client whose questions are answered by all that the replicas of some tables have, not by what the one that is
 * asked has by then.
 */
export function consistentClient(
  client: ClickHouseClient,
  database: string,
  tables: readonly string[],
): ClickHouseClient {
  let known: ReplicatedTables | undefined;
  const query = async (asked: Parameters<ClickHouseClient["query"]>[0]) => {
    const { replicated, settings } = (known ??= await replicatedTables(client, database, tables));
    await Promise.all(replicated.map((table) => awaitReplica(client, { database, table })));
    return client.query({ ...asked, clickhouse_settings: { ...asked.clickhouse_settings, ...settings } });
  };
  return Object.create(client, { query: { value: query } }) as ClickHouseClient;
}

interface ReplicatedTables {
  readonly replicated: readonly string[];
  /** Of questions about them. */
  readonly settings: ClickHouseSettings;
}

async function replicatedTables(
  client: ClickHouseClient,
  database: string,
  tables: readonly string[],
): Promise<ReplicatedTables> {
  const found = await select<{ name: string; engine: string }>(
    client,
    "SELECT name, engine FROM system.tables WHERE database = {database:String} AND name IN {tables:Array(String)}",
    { database, tables },
  );
  const of = (kind: string) => found.filter(({ engine }) => engine.startsWith(kind));
  return {
    replicated: of("Replicated").map(({ name }) => name),
    // Of tables whose servers share their rows a question waits for those.
    settings: of("Shared").length > 0 ? { select_sequential_consistency: "1" } : {},
  };
}
