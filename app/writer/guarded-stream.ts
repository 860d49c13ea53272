import { Duplex, Readable, type Writable } from "node:stream";
import { setImmediate, setTimeout } from "node:timers/promises";

/**
 * A batch as a stream of pieces (row objects, or bytes) that are made as they are read. The last piece waits until those
 * before it have left the process, then for `commit`; if that rejects the stream is destroyed and the request's body
 * stays incomplete.
 */
export class GuardedStream extends Readable {
  /** Whether the last piece has gone: from then on the batch may land. */
  released = false;
  /** Why the stream was ended from this side. */
  stopped: { readonly reason: unknown } | undefined;
  private next = 0;
  /** The streams that the pieces run through, the request last. */
  private readonly sinks: Writable[] = [];

  /**
   * @param makePiece makes piece i of 0 to `pieces` - 1, an object or a Uint8Array
   * @param pieces one or more
   */
  constructor(
    private readonly makePiece: (i: number) => object,
    private readonly pieces: number,
    private readonly commit: () => Promise<void>,
  ) {
    super({ objectMode: true, highWaterMark: 1 });
  }

  /** Ends the stream with nothing landed, unless the last piece has gone. */
  stop(reason: unknown): void {
    if (this.released || this.destroyed) return;
    this.stopped = { reason };
    this.destroy(reason instanceof Error ? reason : new Error(String(reason)));
  }

  override _read(): void {
    try {
      if (this.next < this.pieces - 1) this.push(this.makePiece(this.next++));
      else if (this.next === this.pieces - 1) void this.release(this.makePiece(this.next++));
    } catch (error) {
      this.stop(error);
    }
  }

  private async release(last: object): Promise<void> {
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

  /** Resolves when the pieces before the last are with the system's network buffers, or the stream has ended. */
  private async flushed(): Promise<void> {
    for (let turn = 0; !this.destroyed; turn++) {
      // The first look comes a turn late, as a piece that was just pushed may not have reached the next stream.
      await (turn < 10 ? setImmediate() : setTimeout(2));
      if (this.readableLength === 0 && this.sinks.every(isEmpty)) return;
    }
  }

  /** Notes where the pieces go from here, and from there. */
  override pipe<T extends NodeJS.WritableStream>(sink: T, options?: { end?: boolean }): T {
    this.sinks.push(sink as unknown as Writable);
    if (sink instanceof Duplex) {
      const pipe = sink.pipe.bind(sink);
      sink.pipe = (next, nextOptions) => {
        this.sinks.push(next as unknown as Writable);
        return pipe(next, nextOptions);
      };
    }
    return super.pipe(sink, options);
  }
}

function isEmpty(stream: Writable): boolean {
  return stream.writableLength === 0 && !(stream instanceof Duplex && stream.readableLength > 0);
}
