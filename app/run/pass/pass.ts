import { rangeOf, type StepRow } from "../../ledger/step-row";
import type { Settings } from "../../plan/decide";
import { gaps, pieces, type Range, rowsOf } from "../../plan/range";
import type { Damage } from "../check/damage";
import { batchRows } from "../../plan/batch-rows";
import type { StepWork } from "../../plan/step-work";

/** What is to do in one pass over a run. */
export interface Pass {
  /** Steps of the ledger that are not known to be whole. */
  readonly damage: readonly Damage[];
  /** Row numbers of the run that no step covers. */
  readonly free: readonly Range[];
  /** Rows of the run that are in the table, in steps of any state. */
  readonly rowsHeld: number;
  /** Batches of the recorded steps. */
  readonly batchesHeld: number;
  /** Rows to write for damage and free numbers; 0 where all is well. */
  readonly rowsToWrite: number;
}

/**
 * @param steps of the run, by first row
 * @param damage what those steps lack
 * @param repairOnly whether numbers that no step covers are left alone
 */
export function planPass(
  settings: Settings,
  steps: readonly StepRow[],
  damage: readonly Damage[],
  repairOnly: boolean,
): Pass {
  const whole = { first: settings.firstRow, rows: settings.targetRows };
  const ranges = steps.map(rangeOf);
  const free = repairOnly ? [] : gaps(whole, ranges);
  const lacking = damage.reduce((sum, { lacks }) => sum + rowsOf(lacks), 0);
  return {
    damage,
    free,
    rowsHeld: rowsOf(ranges) - lacking,
    batchesHeld: steps.reduce((sum, { batches }) => sum + batches, 0),
    rowsToWrite: lacking + rowsOf(free),
  };
}

/** Whether the table and the ledger hold the run, once and whole. */
export function isDone({ damage, free }: Pass): boolean {
  return damage.length + free.length === 0;
}

/** The steps of a pass: the damaged ones, then new ones, lazily. */
export function* stepsOf({ damage, free }: Pass, settings: Settings): Generator<StepWork> {
  yield* damage;
  for (const range of pieces(free, batchRows(settings) * settings.checkpointInterval))
    yield { range, lacks: [range], known: false, checksum: undefined };
}
