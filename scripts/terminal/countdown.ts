import { setTimeout as pause } from "node:timers/promises";
import type { Output } from "./output";

/**
 * Gives the user time to reconsider: counts down in place, then ends the line.
 * @returns false where the signal aborted first
 */
export async function countdown(seconds: number, output: Output, signal: AbortSignal): Promise<boolean> {
  for (let left = seconds; left > 0 && !signal.aborted; left--) {
    output.write(`\r\x1b[2KStarting in ${left} s; Ctrl+C if that is not what you meant`);
    await pause(1000, undefined, { signal }).catch(() => undefined);
  }
  output.write(signal.aborted ? "\r\x1b[2KNothing was started.\n" : "\r\x1b[2K");
  return !signal.aborted;
}
