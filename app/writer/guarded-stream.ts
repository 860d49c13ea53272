import { Readable, type Writable } from "node:stream";
import { setImmediate, setTimeout } from "node:timers/promises";

/**
 * Bytes of a batch, never all of them, that are held back until `commit` has resolved: enough to hide the cost of a last small
 * write.
 */
const LAST_PIECE = 65_536;
/** Bytes of the other pieces. */
const PIECE = 262_144;

/** The pieces in which the bytes of a batch are sent, in their order. @param bytes one or more */
export function* bytePieces(bytes: Uint8Array): Generator<Uint8Array, undefined> {
  const lastAt = bytes.length - Math.min(LAST_PIECE, Math.ceil(bytes.length / 2));
  for (let at = 0; at < lastAt; at += PIECE) yield bytes.subarray(at, Math.min(at + PIECE, lastAt));
  yield bytes.subarray(lastAt);
}

/**
 * A batch as a stream of its pieces, of which the last waits until those before it have left the process, then
 * for `commit`; if that rejects the stream is destroyed and the request's body stays incomplete.
 */
export class GuardedStream extends Readable {
  /** Whether the last piece has gone: from then on the batch may land. */
  released = false;
  /** Why the stream was ended from this side. */
  stopped: { readonly reason: unknown } | undefined;
  private next: IteratorResult<unknown, undefined>;
  /** The request. */
  private sink: Writable | undefined;

  /** @param pieces one or more; the last is more than nothing */
  constructor(
    private readonly pieces: Iterator<unknown, undefined>,
    private readonly commit: () => Promise<void>,
  ) {
    // One piece at a time, where a stream of bytes would read ahead.
    super({ objectMode: true, highWaterMark: 1 });
    this.next = pieces.next();
  }

  /** Ends the stream with nothing landed, unless the last piece has gone. */
  stop(reason: unknown): void {
    if (this.released || this.destroyed) return;
    this.stopped = { reason };
    this.destroy(reason instanceof Error ? reason : new Error(String(reason)));
  }

  override _read(): void {
    const piece: unknown = this.next.value;
    this.next = this.pieces.next();
    if (this.next.done) void this.release(piece);
    else this.push(piece);
  }

  private async release(last: unknown): Promise<void> {
    try {
      await this.flushed();
      if (this.destroyed) return;
      await this.commit();
      if (this.destroyed) return;
      this.released = true;
      this.push(last);
      this.push(null);
    } catch (error) {
      this.stop(error);
    }
  }

  /**
   * Resolves when the bytes before the last are with the system's network buffers, or the stream has ended.
   */
  private async flushed(): Promise<void> {
    for (let turn = 0; !this.destroyed; turn++) {
      // The first look comes a turn late, as a piece that was just pushed may not have reached the request.
      await (turn < 10 ? setImmediate() : setTimeout(2));
      if (this.readableLength === 0 && !this.sink?.writableLength) return;
    }
  }

  /** Notes where the bytes go. */
  override pipe<T extends NodeJS.WritableStream>(sink: T, options?: { end?: boolean }): T {
    this.sink = sink as unknown as Writable;
    return super.pipe(sink, options);
  }
}
