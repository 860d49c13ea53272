import type { ClickHouseClient } from "@clickhouse/client";
import { EnvironmentFailure } from "../../errors";
import type { TableName } from "../../server/table-name";
import { flushAsyncInserts, serverNow } from "../../server/server-facts";
import { insertsUnderWay } from "../../table/table-state";
import type { Clock } from "./clock";

/** How long earlier inserts are waited for, in milliseconds. */
export const LONGEST_MILLISECONDS = 60_000;
const ASK_EVERY_MILLISECONDS = 500;
/** How long to wait where the server does not say what is under way. */
const BLIND_MILLISECONDS = 10_000;

/**
 * Waits until no insert into the table that began before now is under way.
 * @throws EnvironmentFailure `inserts-under-way` after a minute
 */
export async function awaitEarlierInserts(
  client: ClickHouseClient,
  name: TableName,
  clock: Clock,
): Promise<void> {
  await flushAsyncInserts(client);
  const before = await serverNow(client);
  const waitUntil = clock.monotonic() + LONGEST_MILLISECONDS;
  for (;;) {
    const left = await insertsUnderWay(client, name, before);
    if (left === undefined) return clock.pause(BLIND_MILLISECONDS);
    if (left.length === 0) return;
    if (clock.monotonic() > waitUntil) {
      throw new EnvironmentFailure(
        "inserts-under-way",
        `${left.length} inserts into ${name.table} that began earlier are still under way after a minute: see system.processes, then run the same command again`,
      );
    }
    await clock.pause(ASK_EVERY_MILLISECONDS);
  }
}
