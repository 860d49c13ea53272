import type { RunRecord } from "./run-record";

/** The one that was active last. */
export function newestRun(runs: readonly RunRecord[]): RunRecord | undefined {
  return runs.reduce<RunRecord | undefined>(
    (latest, run) => (latest !== undefined && latest.lastActive >= run.lastActive ? latest : run),
    undefined,
  );
}
