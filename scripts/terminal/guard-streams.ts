import type { Writable } from "node:stream";

/** How a write fails where nobody reads any more: the pipe is closed, or the terminal gone. */
const READER_LEFT = new Set(["EPIPE", "EIO", "ERR_STREAM_DESTROYED"]);

/**
 * Keeps a program going whose output cannot be written any more: what it does matters more than what it says.
 * A reader that leaves early (`| head`) is no failure; of any other, a full disk say, one line on standard
 * error tells.
 */
export function guardStreams(out: Writable, err: Writable): void {
  let told = false;
  out.on("error", (error: NodeJS.ErrnoException) => {
    if (told || readerLeft(error)) return;
    told = true;
    err.write(`Standard output cannot be written: ${error.message}\n`);
  });
  err.on("error", () => undefined);
}

/** Whether a write failed because nobody reads any more. */
export function readerLeft(error: NodeJS.ErrnoException): boolean {
  return READER_LEFT.has(error.code ?? "");
}
