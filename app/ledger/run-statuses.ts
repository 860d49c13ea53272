import { SILENT_MILLISECONDS, silence } from "./holder";
import { type LoggedRun, loggedRuns, sumOf, writtenSteps } from "./logged-run";
import type { RunRow } from "./run-row";
import type { RunStatus } from "./run-status";
import type { StepRow } from "./step-row";

/** All runs of a table, the earliest first. @param now milliseconds since 1970 by the server's clock */
export function runStatuses(rows: readonly RunRow[], steps: readonly StepRow[], now: number): RunStatus[] {
  return loggedRuns(rows, steps).map((run): RunStatus => {
    const { claim, firstClaim } = run;
    const written = writtenSteps(run);
    const rowsInserted = sumOf(written, "rows");
    const seconds = sumOf(written, "seconds");
    let last = claim.first_row - 1;
    for (const step of written) if (step.first_row === last + 1) last += step.rows;
    return {
      target_table: claim.target_table,
      run_id: claim.run_id,
      status: stateOf(run, rowsInserted, now),
      first_image_id: claim.first_row,
      last_image_id: last,
      rows_inserted: rowsInserted,
      target_rows: claim.target_rows,
      batches_completed: sumOf(written, "batches"),
      batch_size: claim.batch_size,
      checkpoint_interval: claim.checkpoint_interval,
      seed: claim.seed,
      start_time: new Date(firstClaim.at).toISOString(),
      last_checkpoint:
        written.length === 0
          ? null
          : new Date(written.reduce((latest, { at }) => Math.max(latest, at), 0)).toISOString(),
      total_time_seconds: Number(seconds.toFixed(3)),
      average_rate_rows_per_sec: seconds > 0 ? Math.round(rowsInserted / seconds) : 0,
      owner: { host: claim.host, pid: claim.pid, door: claim.door },
    };
  });
}

function stateOf(run: LoggedRun, rows: number, now: number): RunStatus["status"] {
  if (run.reset) return "reset";
  if (run.beat?.state === "released") return rows >= run.claim.target_rows ? "complete" : "stopped";
  return silence(run, now) > SILENT_MILLISECONDS ? "interrupted" : "running";
}
