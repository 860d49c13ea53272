import type { GuardedStream } from "./guarded-stream";
import { InsertError, insertError } from "./insert-error";
import type { SendOptions } from "./writer";

/**
 * Carries out an insert whose body is a guarded stream.
 * @param table its name, for errors
 * @param insert sends the stream, and resolves when the server has acknowledged all of it
 * @throws as `OpenWriter.send`
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
  // The request throws what the stream ended with.
  stream.on("error", () => {});
  signal?.addEventListener("abort", abort);
  if (signal?.aborted) abort();
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
  }
}

function abortedError(what: string, reason: unknown): InsertError {
  const message = `Insert of ${what} was aborted after its last row had been sent`;
  return new InsertError(message, "unknown", undefined, { cause: reason });
}
