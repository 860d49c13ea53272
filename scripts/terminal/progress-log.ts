import type { PlannedRun, Progress } from "../../app/run/run-event";
import type { Stopwatch, Output } from "./output";
import { Pace } from "../../app/run/pace";
import type { ProgressDisplay } from "./progress-display";
import { progressParts } from "./progress-line";

/** Seconds between two lines. */
const INTERVAL = 5;

/**
 * One line of progress every few seconds, for files and pipes: the first batch at once, the last one at the
 * end.
 */
export class ProgressLog implements ProgressDisplay {
  private readonly pace: Pace;
  private writtenAt = -Infinity;
  private pending: Progress | undefined;

  constructor(
    private readonly output: Output,
    private readonly clock: Stopwatch,
    plan: PlannedRun,
  ) {
    this.pace = new Pace(clock(), plan.rowsInserted, plan.targetRows);
  }

  update(progress: Progress): void {
    const now = this.clock();
    this.pace.update(now, progress.rowsInserted);
    this.pending = progress;
    if (now - this.writtenAt >= INTERVAL) this.writePending(now);
  }

  print(line: string): void {
    this.output.write(`${line}\n`);
  }

  close(): void {
    this.writePending(this.clock());
  }

  private writePending(now: number): void {
    if (!this.pending) return;
    const parts = progressParts(this.pending, {
      rate: this.pace.rate,
      secondsLeft: this.pace.secondsLeft(now),
    });
    this.print(parts.join("  ").trimStart());
    this.writtenAt = now;
    this.pending = undefined;
  }
}
