import { batchesOf, type Range, rowsOf } from "../../plan/range";
import { addChecksums } from "../../rows/checksum";
import type { Clock } from "../claim/clock";
import type { StepWork } from "../../plan/step-work";
import type { StepLog } from "./step-log";

/** Where steps are announced and recorded. */
export type StepFlowLog = Pick<StepLog, "finish" | "drop" | "tick">;

/** The rows of one insert. */
export interface Batch {
  readonly ranges: readonly Range[];
  readonly step: OpenStep;
}

interface OpenStep {
  readonly work: StepWork;
  readonly batches: readonly (readonly Range[])[];
  /** Batches handed out. */
  taken: number;
  /** By number of the batch: its checksum, once it is in the table. */
  readonly sums: (bigint | undefined)[];
  written: number;
}

/** How many seconds' worth of steps are announced ahead, and below how many more are. */
const AHEAD_SECONDS = 2;
const REFILL_SECONDS = 1;
/** Rows announced while the rate is not known. */
const FIRST_ROWS = 100_000;
const MOST_STEPS_A_TICK = 1_000;
/** Between two records that nobody waits for, in milliseconds. */
export const RECORD_EVERY = 1_000;

/**
 * Hands out batches, and keeps the ledger: a step is announced before its first batch is handed out and
 * recorded after its last one is in the table. One insert into the ledger, at most about one a second, does
 * both for many steps.
 */
export class StepFlow {
  private readonly open = new Set<OpenStep>();
  /** Announced, with batches to hand out; the first one may be begun. */
  private readonly ready: OpenStep[] = [];
  private rowsReady = 0;
  private rowsWritten = 0;
  private ticking: Promise<void> | undefined;
  private failure: { readonly reason: unknown } | undefined;
  private exhausted = false;
  private readonly started: number;
  private lastTick: number;
  private lastFinished: number;

  /** @param work the steps, lazily: there may be 200,000 of them */
  constructor(
    private readonly log: StepFlowLog,
    private readonly work: Iterator<StepWork>,
    private readonly batchRows: number,
    private readonly clock: Clock,
  ) {
    this.started = this.lastTick = this.lastFinished = clock.monotonic();
  }

  /** The next batch to write; `undefined` where there is none left. */
  async next(): Promise<Batch | undefined> {
    for (;;) {
      if (this.failure !== undefined) throw this.failure.reason;
      if (!this.exhausted && this.rowsReady <= this.rate() * REFILL_SECONDS) void this.tick();
      const step = this.ready[0];
      if (step !== undefined) {
        const ranges = step.batches[step.taken++]!;
        this.rowsReady -= rowsOf(ranges);
        if (step.taken === step.batches.length) this.ready.shift();
        return { ranges, step };
      }
      if (this.ticking === undefined) return undefined;
      await this.ticking;
    }
  }

  /** Tells that a batch is in the table. */
  written({ ranges, step }: Batch, checksum: bigint): void {
    step.sums[step.batches.indexOf(ranges)] = checksum;
    this.rowsWritten += rowsOf(ranges);
    if (++step.written < step.batches.length) return;
    this.finish(step, step.work.range);
    if (this.clock.monotonic() - this.lastTick > RECORD_EVERY) void this.tick();
  }

  /**
   * Records what is finished, records a step that was cut short up to its first missing batch, and drops what
   * was not begun.
   */
  async close(): Promise<void> {
    await this.ticking;
    for (const step of this.open) {
      if (step.work.known) continue;
      const whole = step.sums.findIndex((sum) => sum === undefined);
      const rows = rowsOf(step.batches.slice(0, whole).flat());
      if (step.written === 0 && step.taken === 0) this.log.drop(step.work.range);
      else if (rows > 0 && step.written === whole) this.finish(step, { first: step.work.range.first, rows });
    }
    await this.log.tick([]);
  }

  private finish(step: OpenStep, range: Range): void {
    const now = this.clock.monotonic();
    const sums = step.sums.filter((sum) => sum !== undefined);
    this.log.finish(
      range,
      Math.max(sums.length, 1),
      addChecksums([step.work.kept, ...sums]),
      (now - this.lastFinished) / 1000,
    );
    this.lastFinished = now;
    this.open.delete(step);
  }

  /** Rows a second so far. */
  private rate(): number {
    return this.rowsWritten / Math.max(0.001, (this.clock.monotonic() - this.started) / 1000);
  }

  /** Announces more steps where few are left, and records; one at a time. */
  private tick(): Promise<void> {
    this.ticking ??= this.tickOnce()
      .catch((reason: unknown) => {
        this.failure ??= { reason };
      })
      .finally(() => {
        this.ticking = undefined;
      });
    return this.ticking;
  }

  private async tickOnce(): Promise<void> {
    this.lastTick = this.clock.monotonic();
    const steps = this.nextSteps();
    await this.log.tick(steps.map(({ work }) => work.range));
    for (const step of steps) {
      this.open.add(step);
      if (step.batches.length === 0) this.finish(step, step.work.range);
      else this.ready.push(step);
      this.rowsReady += rowsOf(step.batches.flat());
    }
  }

  private nextSteps(): OpenStep[] {
    const steps: OpenStep[] = [];
    const wanted = Math.max(FIRST_ROWS, this.rate() * AHEAD_SECONDS) - this.rowsReady;
    for (let rows = 0; rows < wanted && steps.length < MOST_STEPS_A_TICK && !this.exhausted;) {
      const next = this.work.next();
      if (next.done) this.exhausted = true;
      else {
        const batches = [...batchesOf(next.value.lacks, this.batchRows)];
        steps.push({ work: next.value, batches, taken: 0, sums: batches.map(() => undefined), written: 0 });
        rows += rowsOf(batches.flat());
      }
    }
    return steps;
  }
}
