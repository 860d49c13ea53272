import { Readable, type Writable } from "node:stream";
import { setImmediate, setTimeout } from "node:timers/promises";

/**
 * Bytes of a batch that are held back until `commit` has resolved: enough to hide the cost of a last small
 * write.
 */
const LAST_PIECE = 65_536;
/** Bytes of the other pieces. */
const PIECE = 262_144;

/**
 * A batch as a stream of its bytes, of which the last, never all of them, wait until those before them have
 * left the process, then for `commit`; if that rejects the stream is destroyed and the request's body stays
 * incomplete.
 */
export class GuardedStream extends Readable {
  /** Whether the last piece has gone: from then on the batch may land. */
  released = false;
  /** Why the stream was ended from this side. */
  stopped: { readonly reason: unknown } | undefined;
  private at = 0;
  private readonly lastAt: number;
  /** The request. */
  private sink: Writable | undefined;

  /** @param bytes one or more */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly commit: () => Promise<void>,
  ) {
    // One piece at a time, where a stream of bytes would read ahead.
    super({ objectMode: true, highWaterMark: 1 });
    this.lastAt = bytes.length - Math.min(LAST_PIECE, Math.ceil(bytes.length / 2));
  }

  /** Ends the stream with nothing landed, unless the last piece has gone. */
  stop(reason: unknown): void {
    if (this.released || this.destroyed) return;
    this.stopped = { reason };
    this.destroy(reason instanceof Error ? reason : new Error(String(reason)));
  }

  override _read(): void {
    const { at, lastAt } = this;
    if (at === lastAt) return void this.release();
    this.at = Math.min(at + PIECE, lastAt);
    this.push(this.bytes.subarray(at, this.at));
  }

  private async release(): Promise<void> {
    try {
      await this.flushed();
      if (this.destroyed) return;
      await this.commit();
      if (this.destroyed) return;
      this.released = true;
      this.push(this.bytes.subarray(this.lastAt));
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
