import { rangeOf, type StepRow } from "../../ledger/step-row";
import type { Settings } from "../../plan/decide";
import { batchesOf, gaps, pieces, type Range, rowsOf } from "../../plan/range";
import { onOneShard, shardOf, takingTurns } from "../../plan/shards";
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
  const due = damage.reduce((sum, { lacks }) => sum + lacks.rows, 0);
  return {
    damage,
    free,
    rowsHeld: rowsOf(ranges) - due,
    batchesHeld: steps.reduce((sum, { batches }) => sum + batches, 0),
    rowsToWrite: due + rowsOf(free),
  };
}

/** Whether the table and the ledger hold the run, once and whole. */
export function isDone({ damage, free }: Pass): boolean {
  return damage.length + free.length === 0;
}

/**
 * The rows missing from recorded steps, lazily: a piece of work for each batch, of as many steps of a shard as it
 * takes.
 * @param turns shards that take turns
 */
export function* repairsOf({ damage }: Pass, settings: Settings, turns: number): Generator<StepWork> {
  for (let turn = 0; turn < turns; turn++) {
    const here = damage.filter(({ inPlace, range }) => inPlace && shardOf(range.first, turns) === turn);
    for (const lacks of batchesOf(lacking(here), batchRows(settings))) {
      const [{ first }, last] = [lacks[0]!, lacks[lacks.length - 1]!];
      yield { range: { first, rows: last.first + last.rows - first }, lacks, known: true, kept: 0n };
    }
  }
}

function* lacking(damage: Iterable<Damage>): Generator<Range> {
  for (const { lacks } of damage) yield* lacks;
}

/** The steps of a pass that are announced and recorded: other damaged ones, then new ones, lazily. */
export function* stepsOf({ damage, free }: Pass, settings: Settings, turns: number): Generator<StepWork> {
  yield* damage.filter(({ inPlace }) => !inPlace);
  const steps = pieces(onOneShard(free, turns), batchRows(settings) * settings.checkpointInterval);
  for (const range of turns === 1 ? steps : takingTurns(steps, turns))
    yield { range, lacks: [range], known: false, kept: 0n };
}
