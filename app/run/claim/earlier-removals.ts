import type { ClickHouseClient } from "@clickhouse/client";
import { EnvironmentFailure } from "../../errors";
import type { TableName } from "../../server/table-name";
import { removalsUnderWay } from "../../table/table-state";
import type { Clock } from "./clock";

const LONGEST_MILLISECONDS = 60_000;
const ASK_EVERY_MILLISECONDS = 500;

/**
 * Waits until no removal of rows is under way: one goes on after whoever asked for it is gone, and rows that
 * it has yet to remove would count as being there. Does not wait where the user may not see them.
 * @throws EnvironmentFailure `removals-under-way` after a minute
 */
export async function awaitEarlierRemovals(
  client: ClickHouseClient,
  name: TableName,
  clock: Clock,
): Promise<void> {
  const waitUntil = clock.monotonic() + LONGEST_MILLISECONDS;
  for (;;) {
    const left = (await removalsUnderWay(client, name)) ?? 0;
    if (left === 0) return;
    if (clock.monotonic() > waitUntil) {
      throw new EnvironmentFailure(
        "removals-under-way",
        `${left} mutations that remove rows of ${name.table} are still under way after a minute: see system.mutations, then run the same command again`,
      );
    }
    await clock.pause(ASK_EVERY_MILLISECONDS);
  }
}
