import type { Settings } from "../plan/decide";
import type { RunOptions } from "./session/run-options";
import { summarizeRun } from "./summarize-run";
import type { Written } from "./pass/write-passes";

/** What one call does for a run, under however many claims. */
export class RunSession {
  private readonly started: number;
  private rows = 0;
  private batches = 0;

  constructor(
    private readonly options: RunOptions,
    readonly runId: string,
  ) {
    this.started = options.clock.monotonic();
  }

  add({ rows, batches }: Written): void {
    this.rows += rows;
    this.batches += batches;
  }

  /** Tells how it ended. @param stopped whether it was asked to stop before the end */
  async end(settings: Settings, stopped: boolean): Promise<void> {
    const { rows, batches, options } = this;
    const seconds = (options.clock.monotonic() - this.started) / 1000;
    const outcome = stopped
      ? ({ outcome: "stopped", message: "asked to stop" } as const)
      : ({ outcome: "complete", message: undefined } as const);
    const end = { ...outcome, rows, batches, seconds };
    options.emit({ kind: "finished", summary: await summarizeRun(options, this.runId, settings, end) });
  }
}
