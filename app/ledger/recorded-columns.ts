import { EnvironmentFailure } from "../errors";
import type { RunRow, StepRow } from "./ledger";

/** A step's revision is its claim's epoch times this, plus a number of the claim's own. */
export const REVISIONS_AN_EPOCH = 2 ** 24;

/**
 * The columns that a step's checksum covers: those of the claim under which it was recorded.
 * @throws EnvironmentFailure `ledger-corrupt` where that claim is gone or says no columns
 */
export function recordedColumns(log: readonly RunRow[], step: StepRow): readonly string[] {
  const epoch = Math.floor(step.revision / REVISIONS_AN_EPOCH);
  const claim = log.find((row) => row.kind === "claim" && row.epoch === epoch);
  let columns: unknown;
  try {
    columns = JSON.parse(claim?.columns ?? "");
  } catch {
    // Said below.
  }
  if (Array.isArray(columns)) return columns as string[];
  throw new EnvironmentFailure("ledger-corrupt", `Checkpoint corrupted: the step of image id ${step.first_image_id} was recorded under claim ${epoch}, which the ledger ${claim ? "has without valid columns" : "lacks"}: start over with --reset`, { epoch });
}
