import { unreleased } from "../ledger/holder";
import type { RunRow } from "../ledger/run-row";
import type { RunRecord } from "../plan/run-record";
import type { RefillSettings } from "./faker-settings";

/** Owners of refills begin with this in the ledger. */
export const REFILL_OWNER = "refill/";

/**
 * Why a refill leaves a table alone, by its claims: whoever began a run that was interrupted goes on with it; the
 * target of a refill could be a smaller one.
 */
export function refillYields(rows: readonly RunRow[]): string | undefined {
  const claim = unreleased(rows)?.claim;
  return claim === undefined || claim.owner.startsWith(REFILL_OWNER)
    ? undefined
    : `a run of process ${claim.pid} on ${claim.host} (${claim.door}) is under way, or was interrupted and must be continued first`;
}

/** What a refill asks for. */
export interface RefillPlan {
  /** As the input of the workflow that fills. */
  readonly input: { readonly rows?: number; readonly startImageId: number };
  /** Rows of the run with which to stop, though its own target may be larger. */
  readonly stopAt: number;
}

/**
 * Tops up the run that was active last; where it is full, writes rows again that are gone.
 * @param runs the runs of the table, in any order
 * @param tableRows rows that the table holds; `undefined`: not known, so as if none were gone
 * @returns why there is nothing to do, or what to ask for
 */
export function planRefill(
  runs: readonly RunRecord[],
  refill: Pick<RefillSettings, "targetRows" | "step" | "repair">,
  tableRows: number | undefined,
): RefillPlan | string {
  const run = [...runs].sort((a, b) => b.lastActive - a.lastActive)[0];
  if (run === undefined) return "there is no run yet to continue";
  const recorded = run.rowsRecorded;
  const goal = Math.min(refill.targetRows, recorded + (refill.step ?? Infinity));
  if (recorded < goal) {
    const unfinished = run.targetRows > goal;
    return { input: { startImageId: run.firstRow, ...(unfinished ? {} : { rows: goal }) }, stopAt: goal };
  }
  const all = runs.reduce((sum, { rowsRecorded }) => sum + rowsRecorded, 0);
  if (!refill.repair || (tableRows ?? all) === all) return `full, ${recorded} rows`;
  // One with gaps goes on towards its own target until then.
  const rows = run.rowsReached > recorded ? {} : { rows: recorded };
  return { input: { startImageId: run.firstRow, ...rows }, stopAt: recorded };
}
