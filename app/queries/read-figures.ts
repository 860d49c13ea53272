import type { ClickHouseClient } from "@clickhouse/client";
import { permitted } from "../server/permitted";
import { select } from "../server/select";
import { describeServerError } from "../server/server-error";
import type { ReadFigures } from "./query-results";

/** What the server's log has of the runs of one mark. */
export interface LoggedFigures extends ReadFigures {
  /** In microseconds. */
  readonly serverMedian: number;
}

export const NO_FIGURES: ReadFigures = {
  rows: null,
  bytes: null,
  marks: null,
  peakMemory: null,
  source: "none",
};

/**
 * What the server's log has of the runs of this connection's queries, by their marks.
 * @param prefix of the marks
 * @returns `undefined` where the server keeps no log, or the user may not read it
 */
export async function readLog(
  client: ClickHouseClient,
  prefix: string,
): Promise<ReadonlyMap<string, LoggedFigures> | undefined> {
  try {
    await client.command({ query: "SYSTEM FLUSH LOGS" });
  } catch (error) {
    // Without the right the log has what the server has written of it by itself.
    if (describeServerError(error).kind !== "answered") throw error;
  }
  const rows = await permitted(() =>
    select<Record<"mark" | "rows" | "bytes" | "marks" | "peak" | "took", string | number>>(
      client,
      `SELECT log_comment AS mark, avg(read_rows) AS rows, avg(read_bytes) AS bytes,
          avg(ProfileEvents['SelectedMarks']) AS marks, max(memory_usage) AS peak,
          median(toUnixTimestamp64Micro(event_time_microseconds) - toUnixTimestamp64Micro(query_start_time_microseconds)) AS took
        FROM system.query_log
        WHERE event_date >= today() - 1 AND type = 'QueryFinish' AND startsWith(log_comment, {prefix:String})
        GROUP BY mark`,
      { prefix },
    ),
  );
  return (
    rows &&
    new Map(
      rows.map(({ mark, rows, bytes, marks, peak, took }) => [
        String(mark),
        {
          rows: Math.round(Number(rows)),
          bytes: Math.round(Number(bytes)),
          marks: Math.round(Number(marks)),
          peakMemory: Number(peak),
          serverMedian: Number(took),
          source: "query_log",
        },
      ]),
    )
  );
}

/**
 * What one run after another reads, by the counters of the whole server: only right where nothing else runs on it,
 * as on the embedded engine, which has no log.
 */
export async function countReads(
  client: ClickHouseClient,
  runs: readonly (() => Promise<unknown>)[],
): Promise<ReadFigures> {
  // Reading the counters counts, too.
  const first = await readEvents(client);
  const before = await readEvents(client);
  for (const run of runs) await run();
  const after = await readEvents(client);
  const [rows, bytes, marks] = EVENTS.map((event) => {
    const own = before[event] - first[event];
    return Math.max(0, Math.round((after[event] - before[event] - own) / runs.length));
  });
  return { rows: rows!, bytes: bytes!, marks: marks!, peakMemory: null, source: "events" };
}

const EVENTS = ["SelectedRows", "SelectedBytes", "SelectedMarks"] as const;

async function readEvents(client: ClickHouseClient): Promise<Record<(typeof EVENTS)[number], number>> {
  const rows = await select<{ event: string; value: string }>(
    client,
    `SELECT event, value FROM system.events WHERE event IN (${EVENTS.map((event) => `'${event}'`).join(", ")})`,
  );
  const value = (name: string) => Number(rows.find(({ event }) => event === name)?.value ?? 0);
  return { SelectedRows: value(EVENTS[0]), SelectedBytes: value(EVENTS[1]), SelectedMarks: value(EVENTS[2]) };
}
