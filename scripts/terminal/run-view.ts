import type { PlannedRun, RunEvent } from "../../app/run/run-event";
import { escaped } from "../../app/request/quoted";
import { formatBytes, formatCount, formatSize } from "../../app/request/format";
import type { Stopwatch, Output } from "./output";
import { ProgressBar } from "./progress-bar";
import type { ProgressDisplay } from "./progress-display";
import { ProgressLog } from "./progress-log";
import type { Style } from "./style";
import { renderSummary } from "./summary";

export interface RunViewOptions {
  readonly output: Output;
  readonly clock: Stopwatch;
  readonly style: Style;
  /** Process id of the run, which `kill` needs. */
  readonly pid: number;
  /** What the user types before the flags, e.g. `npm start --`. */
  readonly prefix: string;
  /**
   * Flags that name the server again, e.g. `--embedded`; without them the hints would lead to another one.
   */
  readonly placeFlags?: string;
}

/** Turns the events of a run into what a person reads: lines, a progress bar, and the summary at the end. */
export class RunView {
  private display: ProgressDisplay | undefined;

  constructor(private readonly options: RunViewOptions) {}

  show(event: RunEvent): void {
    const { style } = this.options;
    switch (event.kind) {
      case "notice":
        return this.print(`${style.cyan("note:")} ${oneLine(event.message)}`);
      case "warning":
        return this.print(`${style.yellow("warning:")} ${oneLine(event.message)}`);
      case "retry":
        return this.print(
          `${style.yellow("retry:")} attempt ${event.attempt} failed, the next one in ${Math.ceil(event.delaySeconds)} s: ${oneLine(event.reason)}`,
        );
      case "stopping":
        return this.print(
          `${style.yellow("stopping:")} ${oneLine(event.reason)}; finishing the batches under way`,
        );
      case "planned":
        return this.begin(event.plan);
      case "progress":
        return this.display?.update(event.progress);
      case "finished":
        this.close();
        return this.print(renderSummary(event.summary, this.options));
    }
  }

  /** Ends the display, e.g. before an error is printed; the cursor is shown again. May be called again. */
  close(): void {
    this.display?.close();
    this.display = undefined;
  }

  private begin(plan: PlannedRun): void {
    const { output, clock, style, pid, prefix, placeFlags } = this.options;
    // One who shares runs may go on with another plan.
    this.close();
    for (const line of planLines(plan)) this.print(line);
    const stop = [prefix, "stop", placeFlags].filter(Boolean).join(" ");
    this.print(style.dim(`process ${pid}; stop with Ctrl+C, or: ${stop}`));
    this.display = output.isTTY
      ? new ProgressBar(output, clock, style, plan)
      : new ProgressLog(output, clock, plan);
  }

  private print(text: string): void {
    if (this.display) this.display.print(text);
    else this.options.output.write(`${text}\n`);
  }
}

/** A server's message may have many lines. */
function oneLine(text: string): string {
  return escaped(text.trim().replace(/\s*\n\s*/g, " "), 400);
}

function planLines(plan: PlannedRun): string[] {
  const last = plan.firstRow + plan.targetRows - 1;
  const free = plan.bytesFree === undefined ? "" : `, ${formatBytes(plan.bytesFree)} free`;
  const verb = plan.resumed ? `Going on from ${formatCount(plan.rowsInserted)} rows: writing` : "Writing";
  return [
    `${verb} ${formatCount(plan.rowsToWrite)} rows into ${plan.table} (${formatSize(plan.expected)}${free})`,
    `seed "${escaped(plan.seed)}", rows ${formatCount(plan.firstRow)} to ${formatCount(last)}, ${formatCount(plan.batchSize)} rows a batch`,
  ];
}
