import type { RunRecord } from "../plan/run-record";
import { loggedRuns, sumOf, writtenSteps } from "./logged-run";
import type { RunRow } from "./run-row";
import type { StepRow } from "./step-row";

/** The runs that no reset has removed, as the plan wants them. */
export function runRecords(rows: readonly RunRow[], steps: readonly StepRow[]): RunRecord[] {
  return loggedRuns(rows, steps)
    .filter((run) => !run.reset)
    .map((run) => {
      const { claim, beat } = run;
      const written = writtenSteps(run);
      const last = written.at(-1);
      return {
        runId: claim.run_id,
        seed: claim.seed,
        firstRow: claim.first_row,
        targetRows: claim.target_rows,
        batchSize: claim.batch_size,
        checkpointInterval: claim.checkpoint_interval,
        streamVersions: claim.stream_versions,
        columns: claim.columns,
        ...(claim.shards ? { shards: claim.shards } : {}),
        ...(claim.skipped ? { skipped: claim.skipped } : {}),
        ...(claim.shardedBy ? { shardedBy: claim.shardedBy } : {}),
        rowsRecorded: sumOf(written, "rows"),
        rowsReached: last === undefined ? 0 : last.first_row + last.rows - claim.first_row,
        lastActive: Math.max(claim.at, beat?.at ?? 0, ...run.steps.slice(-1).map((step) => step.at)),
      };
    });
}
