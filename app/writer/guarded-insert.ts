import type { GuardedStream } from "./guarded-stream";
import { InsertError, insertError } from "./insert-error";
import { quietConsole } from "./olap/quiet-console";
import type { SendOptions } from "./writer";

/**
 * Carries out an insert whose body is a guarded stream, and prints nothing.
 * @param table its name, for errors
 * @param insert sends the stream, and resolves when the server has acknowledged all of it
 * @throws as `Writer.send`
 */
export async function guardedInsert(
  table: string,
  stream: GuardedStream,
  { id, signal }: SendOptions,
  insert: () => Promise<unknown>,
): Promise<void> {
  const what = `${id} into ${table}`;
  let abort!: () => void;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => {
      stream.stop(signal!.reason);
      if (stream.released) reject(abortedError(what, signal!.reason));
    };
  });
  stream.on("error", (error) => quietConsole.expect(error));
  signal?.addEventListener("abort", abort);
  if (signal?.aborted) abort();
  quietConsole.begin();
  try {
    const done = insert();
    done.catch(() => {});
    await Promise.race([done, aborted]);
  } catch (error) {
    if (stream.stopped !== undefined) throw stream.stopped.reason;
    throw error instanceof InsertError ? error : insertError(error, what, stream.released);
  } finally {
    signal?.removeEventListener("abort", abort);
    stream.destroy();
    // The client prints a stream's error a turn after it has thrown it.
    setImmediate(() => quietConsole.end());
  }
}

function abortedError(what: string, reason: unknown): InsertError {
  const message = `Insert of ${what} was aborted after its last row had been sent`;
  return new InsertError(message, "unknown", undefined, undefined, { cause: reason });
}
