import { ExpectedError } from "../../app/errors";
import { guardStreams } from "./guard-streams";
import { listenForStop } from "./stop-signals";

/**
 * Runs a script's work: an expected failure becomes one line on standard error, a bug its stack. SIGINT,
 * SIGTERM and the end of the terminal abort the signal; the second one exits at once.
 */
export async function runDoor(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const stop = listenForStop((code) => process.exit(code));
  // What was started must still be ended.
  guardStreams(process.stdout, process.stderr);
  try {
    await work(stop.signal);
  } catch (error) {
    if (stop.signal.aborted) {
      process.exitCode = stop.exitCode()!;
      return;
    }
    const expected = error instanceof ExpectedError;
    process.stderr.write(`${expected ? error.message : String((error as Error).stack)}\n`);
    process.exitCode = expected ? error.exitCode : 1;
  }
}
