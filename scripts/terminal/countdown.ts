import type { Clock } from "../../app/run/claim/clock";
import type { Output } from "./output";

/**
 * Gives the user time to reconsider: counts down in place, then ends the line.
 * @returns false where the signal aborted first
 */
export async function countdown(
  seconds: number,
  output: Output,
  clock: Pick<Clock, "pause">,
  signal: AbortSignal,
): Promise<boolean> {
  for (let left = seconds; left > 0 && !signal.aborted; left--) {
    output.write(`\r\x1b[2KStarting in ${left} s; Ctrl+C if that is not what you meant`);
    await clock.pause(1000, signal);
  }
  output.write(signal.aborted ? "\r\x1b[2KNothing was started.\n" : "\r\x1b[2K");
  return !signal.aborted;
}
