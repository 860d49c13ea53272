import { Refusal } from "../errors";
import type { RunRecord } from "../plan/run-record";
import type { RunRow, StepRow } from "./ledger";
import type { RunStatus } from "./run-status";

/** After this long without a beat an unreleased run counts as interrupted, in milliseconds. */
export const SILENT_MILLISECONDS = 20_000;

interface RunView {
  readonly claim: RunRow;
  readonly first: RunRow;
  readonly beat: RunRow | undefined;
  readonly steps: readonly StepRow[];
  readonly reset: boolean;
}

/** Groups the log by run: a run is its highest claim. */
function views(rows: readonly RunRow[], steps: readonly StepRow[]): RunView[] {
  const claims = rows.filter((row) => row.kind === "claim").sort((a, b) => a.epoch - b.epoch || a.at - b.at);
  const beatOf = (claim: RunRow) =>
    rows.find((row) => row.kind === "beat" && row.epoch === claim.epoch && row.owner === claim.owner);
  const resets = claims.filter((claim) => claim.intent === "reset" && beatOf(claim)?.message === "removed");
  const lastReset = resets.at(-1)?.epoch ?? 0;
  const byRun = new Map<string, RunRow[]>();
  for (const claim of claims)
    if (claim.intent === "fill") byRun.set(claim.run_id, [...(byRun.get(claim.run_id) ?? []), claim]);
  const stepsOf = new Map<string, StepRow[]>();
  for (const step of steps) {
    const list = stepsOf.get(step.run_id);
    if (list) list.push(step);
    else stepsOf.set(step.run_id, [step]);
  }
  return [...byRun.values()].map((list) => {
    const claim = list.at(-1)!;
    return {
      claim,
      first: list[0]!,
      beat: beatOf(claim),
      steps: stepsOf.get(claim.run_id) ?? [],
      reset: claim.epoch < lastReset,
    };
  });
}

const written = (view: RunView) => view.steps.filter((step) => step.state === "written");
const sum = (steps: readonly StepRow[], field: "rows" | "batches" | "seconds") =>
  steps.reduce((total, step) => total + step[field], 0);

/** The runs that no reset has removed. @throws Refusal `ledger-corrupt` where a claim cannot be understood */
export function runRecords(rows: readonly RunRow[], steps: readonly StepRow[]): RunRecord[] {
  return views(rows, steps)
    .filter((view) => !view.reset)
    .map((view) => {
      const { claim } = view;
      return {
        runId: claim.run_id,
        seed: claim.seed,
        firstRow: claim.first_row,
        targetRows: claim.target_rows,
        batchSize: claim.batch_size,
        checkpointInterval: claim.checkpoint_interval,
        streamVersions: parsed(claim, "stream_versions") as Record<string, number>,
        columns: parsed(claim, "columns") as string[],
        rowsRecorded: sum(written(view), "rows"),
        lastActive: Math.max(claim.at, view.beat?.at ?? 0, ...view.steps.slice(-1).map((step) => step.at)),
      };
    });
}

function parsed(claim: RunRow, field: "stream_versions" | "columns"): unknown {
  try {
    if (claim.batch_size < 1 || claim.checkpoint_interval < 1 || claim.run_id === "" || claim.seed === "")
      throw new Error("empty fields");
    return JSON.parse(claim[field]);
  } catch (error) {
    throw new Refusal(
      "ledger-corrupt",
      `Checkpoint corrupted: the claim of epoch ${claim.epoch} in the ledger has no valid ${field}: delete that row, or start over with --reset`,
      { epoch: claim.epoch },
      { cause: error },
    );
  }
}

/** @param now milliseconds since 1970 by the server's clock */
export function runStatuses(rows: readonly RunRow[], steps: readonly StepRow[], now: number): RunStatus[] {
  return views(rows, steps).map((view): RunStatus => {
    const { claim, first, beat } = view;
    const done = written(view);
    const rowsInserted = sum(done, "rows");
    const seconds = sum(done, "seconds");
    let last = claim.first_row - 1;
    for (const step of done) if (step.first_row === last + 1) last += step.rows;
    return {
      target_table: claim.target_table,
      run_id: claim.run_id,
      status: view.reset ? "reset" : state(beat, claim, rowsInserted, now),
      first_image_id: claim.first_row,
      last_image_id: last,
      rows_inserted: rowsInserted,
      target_rows: claim.target_rows,
      batches_completed: sum(done, "batches"),
      batch_size: claim.batch_size,
      checkpoint_interval: claim.checkpoint_interval,
      seed: claim.seed,
      start_time: new Date(first.at).toISOString(),
      last_checkpoint:
        done.length === 0
          ? null
          : new Date(done.reduce((latest, step) => Math.max(latest, step.at), 0)).toISOString(),
      total_time_seconds: Number(seconds.toFixed(3)),
      average_rate_rows_per_sec: seconds > 0 ? Math.round(rowsInserted / seconds) : 0,
      owner: { host: claim.host, pid: claim.pid, door: claim.door as "terminal" | "workflow" },
    };
  });
}

function state(beat: RunRow | undefined, claim: RunRow, rows: number, now: number): RunStatus["status"] {
  if (beat?.state === "released") return rows >= claim.target_rows ? "complete" : "stopped";
  return now - (beat ?? claim).at > SILENT_MILLISECONDS ? "interrupted" : "running";
}
