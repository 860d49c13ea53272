import { setTimeout } from "node:timers/promises";
import type { ClickHouseClient, ClickHouseSettings } from "@clickhouse/client";
import { select } from "./select";
import { describeServerError } from "./server-error";
import { quoteTable, type TableName } from "./table-name";

/**
 * With these an insert into a replicated table is answered when most replicas have its rows, and a question shows what
 * most have, or fails; other tables take no notice. For tables of which all inserts are made like this, as no other
 * rows are shown, and {@link inTurn}.
 */
export const BY_QUORUM: ClickHouseSettings = {
  select_sequential_consistency: "1",
  insert_quorum: "auto",
  insert_quorum_parallel: 0,
  insert_quorum_timeout: 10_000,
};

/** Whether some table of a database is on several servers, by what this user sees. */
export async function hasReplicatedTables(client: ClickHouseClient, database: string): Promise<boolean> {
  const [found] = await select<{ replicated: string }>(
    client,
    "SELECT count() AS replicated FROM system.tables WHERE database = {database:String} AND match(engine, '^(Replicated|Shared)')",
    { database },
  );
  return found!.replicated !== "0";
}

/** UNSATISFIED_QUORUM_FOR_PREVIOUS_WRITE; the insert has left nothing. */
const NOT_ITS_TURN = "286";
const PAUSE_MILLISECONDS = 50;
const MOST_TRIES = 40;

/** Of inserts {@link BY_QUORUM} a table takes one at a time: for two seconds this sends it again. */
export async function inTurn(insert: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await insert();
      return;
    } catch (error) {
      if (tries === MOST_TRIES || describeServerError(error).code !== NOT_ITS_TURN) throw error;
      await setTimeout(PAUSE_MILLISECONDS);
    }
  }
}

/** How long a replica may take to fetch rows, in seconds, before that counts as an error that passes. */
const LONGEST_SECONDS = 20;

/**
 * Waits until this replica of a replicated table has the rows that the others had when it was asked. Does nothing
 * where the user may not ask for that, or the server cannot.
 */
export async function awaitReplica(client: ClickHouseClient, table: TableName): Promise<void> {
  try {
    await client.command({
      // Lightweight: rows are waited for, merges are not.
      query: `SYSTEM SYNC REPLICA ${quoteTable(table)} LIGHTWEIGHT`,
      clickhouse_settings: { receive_timeout: LONGEST_SECONDS, wait_end_of_query: 1 },
    });
  } catch (error) {
    const { kind, heals } = describeServerError(error);
    if (kind !== "answered" || heals) throw error;
  }
}
