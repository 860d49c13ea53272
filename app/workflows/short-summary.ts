import type { RunSummary } from "../run/run-event";

/** What Temporal keeps of a run. */
export function shortSummary({
  table,
  outcome,
  message,
  seed,
  firstRow,
  targetRows,
  rowsInserted,
  rowsWritten,
  elapsedSeconds,
}: RunSummary): object {
  return {
    table,
    outcome,
    message,
    seed: seed.slice(0, 200),
    firstRow,
    targetRows,
    rowsInserted,
    rowsWritten,
    elapsedSeconds,
  };
}
