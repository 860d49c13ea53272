import type { Clock } from "../../app/run/claim/clock";
import type { Output } from "./output";

/**
 * Shows something repeatedly until the signal aborts: in place on a terminal, elsewhere one below the other.
 * @param render what to show; its rejection ends the watch
 * @param seconds between the end of one and the start of the next
 */
export async function watch(
  render: () => Promise<string>,
  output: Output,
  seconds: number,
  clock: Pick<Clock, "pause">,
  signal: AbortSignal,
): Promise<void> {
  let drawn = 0;
  while (!signal.aborted) {
    const text = await render();
    // Up to the first line of the last picture, then clear everything beneath.
    const back = output.isTTY && drawn > 0 ? `\x1b[${drawn}A\r\x1b[J` : "";
    output.write(`${back}${text}\n`);
    drawn = text.split("\n").length;
    await clock.pause(seconds * 1000, signal);
  }
}
