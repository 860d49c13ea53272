import { Presets, SingleBar } from "cli-progress";
import type { PlannedRun, Progress } from "../../app/run/run-event";
import type { Stopwatch, Output } from "./output";
import { Pace } from "../../app/run/pace";
import { progressBarLine } from "./progress-line";
import type { ProgressDisplay } from "./progress-display";
import type { Style } from "./style";

/** Draws four times a second, so that the time left counts down between batches. */
const FPS = 4;

const { barCompleteChar: COMPLETE = "=", barIncompleteChar: INCOMPLETE = "-" } = Presets.shades_classic;

/** A bar on the last line of a terminal; messages go above it. */
export class ProgressBar implements ProgressDisplay {
  private readonly bar: SingleBar;
  private readonly pace: Pace;
  private current: Progress;

  constructor(
    private readonly output: Output,
    private readonly clock: Stopwatch,
    style: Style,
    plan: PlannedRun,
  ) {
    this.current = { rowsInserted: plan.rowsInserted, targetRows: plan.targetRows, batchesCompleted: 0 };
    this.pace = new Pace(clock(), plan.rowsInserted, plan.targetRows);
    const drawBar = (share: number, size: number): string => {
      const filled = Math.floor(share * size);
      return style.cyan(COMPLETE.repeat(filled)) + style.dim(INCOMPLETE.repeat(size - filled));
    };
    this.bar = new SingleBar(
      {
        stream: withoutSavedPosition(output),
        forceRedraw: true,
        fps: FPS,
        hideCursor: true,
        clearOnComplete: true,
        format: () => {
          const pacing = { rate: this.pace.rate, secondsLeft: this.pace.secondsLeft(this.clock()) };
          return progressBarLine(this.current, pacing, this.output.columns ?? 80, drawBar);
        },
      },
      Presets.shades_classic,
    );
    this.bar.start(plan.targetRows, plan.rowsInserted);
  }

  update(progress: Progress): void {
    this.current = progress;
    this.pace.update(this.clock(), progress.rowsInserted);
    this.bar.update(progress.rowsInserted);
  }

  /** Writes a line above the bar, which draws itself again beneath. */
  print(line: string): void {
    this.output.write(`\r\x1b[2K${line}\n`);
    this.bar.render();
  }

  close(): void {
    this.bar.stop();
  }
}

/**
 * cli-progress goes back at the end to where the cursor was at the start, which is elsewhere once lines were
 * printed.
 */
function withoutSavedPosition(output: Output): NodeJS.WritableStream {
  const stream = {
    isTTY: true,
    get columns() {
      return output.columns ?? 80;
    },
    write: (text: string) => text === "\x1b7" || text === "\x1b8" || output.write(text),
  };
  return stream as unknown as NodeJS.WritableStream;
}
