import type { ClickHouseClient } from "@clickhouse/client";
import type { Clock } from "../run/claim/clock";
import { permitted } from "../server/permitted";
import { select } from "../server/select";
import type { TableName } from "../server/table-name";

/** Milliseconds. */
const PATIENCE = 60_000;
const LOOK = 200;

/**
 * Waits until the server merges no parts of the table, which would take its processors and its disk; for a minute at
 * most, and not at all where the user may not see it.
 */
export async function settleMerges(
  client: ClickHouseClient,
  name: TableName,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  const until = clock.monotonic() + PATIENCE;
  while (clock.monotonic() < until && !signal.aborted) {
    const merging = await permitted(() =>
      select<{ n: string }>(
        client,
        "SELECT count() AS n FROM system.merges WHERE database = {database:String} AND table = {table:String}",
        { ...name },
      ),
    );
    if (merging === undefined || merging[0]!.n === "0") return;
    await clock.pause(LOOK, signal);
  }
}
