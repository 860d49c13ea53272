import { holders, isSilent, SILENT_MILLISECONDS, silence } from "./holder";
import { type LoggedRun, loggedRuns, sumOf, writtenSteps } from "./logged-run";
import type { ClaimRow, LeaseRow, RunRow } from "./run-row";
import type { RunStatus } from "./run-status";
import type { StepRow } from "./step-row";
import { troubleOf } from "./trouble";

/**
 * All runs of a table, the earliest first.
 * @param now milliseconds since 1970 by the server's clock
 * @param isGone whether the owner of a claim or lease is gone for certain
 */
export function runStatuses(
  rows: readonly RunRow[],
  steps: readonly StepRow[],
  now: number,
  isGone: (claim: ClaimRow | LeaseRow) => boolean = () => false,
): RunStatus[] {
  return loggedRuns(rows, steps).map((run): RunStatus => {
    const { claim, firstClaim } = run;
    const written = writtenSteps(run);
    const rowsInserted = sumOf(written, "rows");
    const seconds = sumOf(written, "seconds");
    const workers = workersOf(rows, claim.run_id, now, isGone);
    const status = stateOf(run, rowsInserted, now, isGone, workers.length > 0);
    const trouble = TROUBLED.includes(status) ? troubleOf(run.beat) : undefined;
    let last = claim.first_row - 1;
    for (const step of written) if (step.first_row === last + 1) last += step.rows;
    return {
      target_database: claim.target_database,
      target_table: claim.target_table,
      run_id: claim.run_id,
      status,
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
      last_error: trouble?.error ?? null,
      attempt: trouble?.attempt ?? null,
      next_try: status === "waiting" ? new Date(nextTry(run)!).toISOString() : null,
      owner: { host: claim.host, pid: claim.pid, door: claim.door },
      workers,
    };
  });
}

function workersOf(
  rows: readonly RunRow[],
  runId: string,
  now: number,
  isGone: (lease: LeaseRow) => boolean,
): RunStatus["workers"] {
  return holders(rows)
    .flatMap((held) => (held.claim.kind === "lease" && !isSilent(held, now) ? [held.claim] : []))
    .filter((lease) => lease.run_id === runId && !isGone(lease))
    .sort((a, b) => a.first_row - b.first_row)
    .map(({ host, pid, door, first_row, target_rows }) => ({
      host,
      pid,
      door,
      first_image_id: first_row,
      rows: target_rows,
    }));
}

/** The states in which the newest beat's trouble is what matters. */
const TROUBLED: readonly RunStatus["status"][] = ["waiting", "interrupted", "failed"];

function stateOf(
  run: LoggedRun,
  rows: number,
  now: number,
  isGone: (claim: ClaimRow) => boolean,
  hasWorkers: boolean,
): RunStatus["status"] {
  const trouble = troubleOf(run.beat);
  if (run.reset) return "reset";
  if (run.beat?.state === "released" && rows >= run.claim.target_rows) return "complete";
  if (run.beat?.state === "released") return trouble === undefined ? "stopped" : "failed";
  // They go on without the owner.
  if (hasWorkers) return "running";
  const next = nextTry(run);
  if (trouble !== undefined && next === undefined) return "failed";
  if (isGone(run.claim) || Math.min(silence(run, now), now - (next ?? 0)) > SILENT_MILLISECONDS)
    return "interrupted";
  return trouble === undefined ? "running" : "waiting";
}

/**
 * When the owner, or its workflow, tries again, in milliseconds since 1970 by the server's clock; neither does
 * once it was asked to stop.
 */
function nextTry({ beat, stopAsked }: LoggedRun): number | undefined {
  const seconds = stopAsked ? undefined : troubleOf(beat)?.retry_in_seconds;
  return seconds === undefined ? undefined : beat!.at + seconds * 1000;
}
