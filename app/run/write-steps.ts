import { pieces, type Range } from "../plan/steps";
import type { BatchSender } from "./batch-sender";
import type { Ownership } from "./ownership";
import type { Damage } from "./repair";
import type { PlannedRun } from "./run-event";
import type { RunOptions } from "./run-faker";
import type { StepLog } from "./step-log";

export interface WriteOptions extends RunOptions {
  readonly sender: BatchSender;
  readonly log: StepLog;
  readonly ownership: Ownership;
  readonly plan: PlannedRun;
  readonly damage: readonly Damage[];
  /** Ids that no step covers. */
  readonly free: readonly Range[];
  /** Batches of earlier sessions. */
  readonly batches: number;
}

export interface Written {
  readonly rows: number;
  readonly batches: number;
  readonly stopped: boolean;
}

/** Writes what the table lacks of the known steps, then new ones; every range is announced before it is written. */
export async function writeSteps(options: WriteOptions): Promise<Written> {
  const { sender, log, plan, damage, free, clock, emit, ownership } = options;
  let [rows, batches] = [0, 0];
  const stopping = () => options.stop.aborted || ownership.stopAsked.signal.aborted;
  let told = false;
  const tell = () => {
    if (!told) emit({ kind: "stopping", reason: options.stop.aborted ? String(options.stop.reason) : "asked through the ledger" });
    told = true;
  };
  const batchRows = plan.targetRows < 10_000 ? 10_000 : plan.batchSize;

  /** @returns the ids from the range's first on that are in the table now, and their checksum */
  const write = async (range: Range): Promise<{ rows: number; batches: number; checksum: bigint }> => {
    let [done, count, checksum] = [0, 0, 0n];
    for (const batch of pieces([range], batchRows)) {
      if (stopping()) { tell(); break; }
      checksum += await sender.send(batch);
      done += batch.rows;
      count++;
      rows += batch.rows;
      batches++;
      emit({ kind: "progress", progress: { rowsInserted: plan.rowsInserted + rows, targetRows: plan.targetRows, batchesCompleted: options.batches + batches } });
    }
    return { rows: done, batches: count, checksum: BigInt.asUintN(64, checksum) };
  };

  await log.tick(damage.map(({ step }) => step));
  for (const { step, lacks } of damage) {
    const before = clock.monotonic();
    let [whole, count] = [true, 0];
    for (const range of lacks) {
      const written = await write(range);
      count += written.batches;
      if (written.rows < range.rows) whole = false;
    }
    if (!whole) break;
    log.finish(step, Math.max(count, 1), sender.checksumOf(step), (clock.monotonic() - before) / 1000);
  }

  const steps = pieces(free, batchRows * plan.checkpointInterval);
  let ahead = 1;
  while (!stopping()) {
    const announced = take(steps, ahead);
    if (announced.length === 0) break;
    await log.tick(announced);
    const began = clock.monotonic();
    for (const step of announced) {
      const before = clock.monotonic();
      const written = stopping() ? { rows: 0, batches: 0, checksum: 0n } : await write(step);
      if (written.rows === 0) log.drop(step);
      else log.finish({ first: step.first, rows: written.rows }, written.batches, written.checksum, (clock.monotonic() - before) / 1000);
    }
    // As many steps as a second takes: one insert into the ledger records them and announces the next ones.
    const seconds = (clock.monotonic() - began) / 1000;
    ahead = Math.max(1, Math.min(1000, Math.round(announced.length / Math.max(seconds, 0.001))));
  }
  await log.tick([]);
  if (stopping()) tell();
  return { rows, batches, stopped: stopping() && rows < plan.rowsToWrite };
}

function take<T>(from: Generator<T>, count: number): T[] {
  const taken: T[] = [];
  while (taken.length < count) {
    const next = from.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}
