import type { ClickHouseClient } from "@clickhouse/client";
import { select } from "./select";
import { describeServerError } from "./server-error";

/** The server's clock, in milliseconds since 1970. */
export async function serverNow(client: ClickHouseClient): Promise<number> {
  const [now] = await select<{ now: string }>(client, "SELECT toUnixTimestamp64Milli(now64(3)) AS now");
  return Number(now!.now);
}

/**
 * Has the server write what it keeps back of asynchronous inserts, and waits for it. Does nothing where the
 * user may not ask for that, or the server keeps nothing back.
 */
export async function flushAsyncInserts(client: ClickHouseClient): Promise<void> {
  try {
    await client.command({ query: "SYSTEM FLUSH ASYNC INSERT QUEUE" });
  } catch (error) {
    if (describeServerError(error).kind !== "answered") throw error;
  }
}
