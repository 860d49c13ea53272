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
        rowsRecorded: sumOf(writtenSteps(run), "rows"),
        lastActive: Math.max(claim.at, beat?.at ?? 0, ...run.steps.slice(-1).map((step) => step.at)),
      };
    });
}
