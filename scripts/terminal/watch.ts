import type { Clock } from "../../app/run/claim/clock";
import type { Output } from "./output";

/** What is shown at one moment. */
export interface Picture {
  /** In lines that are no longer than the terminal is wide. */
  readonly text: string;
  /** Whether nothing more will happen: the watch ends with it. */
  readonly last: boolean;
}

/**
 * Shows something repeatedly until it is the last picture, or the signal aborts: in place on a terminal, its
 * end where it is higher than that; elsewhere one below the other.
 * @param render what to show; its rejection ends the watch
 * @param seconds between the end of one and the start of the next
 */
export async function watch(
  render: () => Promise<Picture>,
  output: Output,
  seconds: number,
  clock: Pick<Clock, "pause">,
  signal: AbortSignal,
): Promise<void> {
  let drawn = 0;
  while (!signal.aborted) {
    const { text, last } = await render();
    const lines = text.split("\n");
    const shown = output.isTTY ? lines.slice(-Math.max(1, (output.rows ?? 24) - 1)) : lines;
    // Up to the first line of the last picture, then clear everything beneath.
    const back = output.isTTY && drawn > 0 ? `\x1b[${drawn}A\r\x1b[J` : "";
    output.write(`${back}${shown.join("\n")}\n`);
    if (last) return;
    drawn = shown.length;
    await clock.pause(seconds * 1000, signal);
  }
}
