import type { RunStatus } from "./run-status";

/** States in which a run goes on by itself. */
const GOING_ON: readonly RunStatus["status"][] = ["running", "waiting"];

/** Whether a run goes on by itself. */
export function isGoingOn({ status }: Pick<RunStatus, "status">): boolean {
  return GOING_ON.includes(status);
}

/** In order: those that go on come last, else the one with the latest checkpoint (or start). */
export function byActivity(runs: readonly RunStatus[]): RunStatus[] {
  const key = (run: RunStatus) => `${isGoingOn(run) ? 1 : 0} ${run.last_checkpoint ?? run.start_time}`;
  return [...runs].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
