import { Duplex, Readable, type Writable } from "node:stream";
import { setImmediate, setTimeout } from "node:timers/promises";
import type { RowMaker } from "./row-maker";

/**
 * The rows of a batch as a stream of objects that are made as they are read. The last row waits until those before it
 * have left the process, then for `commit`; if that rejects the stream is destroyed and the request's body stays
 * incomplete.
 */
export class RowStream extends Readable {
  /** Whether the last row has gone: from then on the batch may land. */
  released = false;
  /** Why the stream was ended from this side. */
  stopped: { readonly reason: unknown } | undefined;
  private next = 0;
  /** The streams that the rows run through, the request last. */
  private readonly sinks: Writable[] = [];

  /** @param rows one or more */
  constructor(
    private readonly makeRow: RowMaker,
    private readonly rows: number,
    private readonly commit: () => Promise<void>,
  ) {
    super({ objectMode: true, highWaterMark: 1 });
  }

  /** Ends the stream with nothing landed, unless the last row has gone. */
  stop(reason: unknown): void {
    if (this.released || this.destroyed) return;
    this.stopped = { reason };
    this.destroy(reason instanceof Error ? reason : new Error(String(reason)));
  }

  override _read(): void {
    try {
      if (this.next < this.rows - 1) this.push(this.makeRow(this.next++));
      else if (this.next === this.rows - 1) void this.release(this.makeRow(this.next++));
    } catch (error) {
      this.stop(error);
    }
  }

  private async release(row: object): Promise<void> {
    try {
      await this.flushed();
      if (this.destroyed) return;
      await this.commit();
      if (this.destroyed) return;
      this.released = true;
      this.push(row);
      this.push(null);
    } catch (error) {
      this.stop(error);
    }
  }

  /** Resolves when the rows before the last are with the system's network buffers, or the stream has ended. */
  private async flushed(): Promise<void> {
    for (let turn = 0; !this.destroyed; turn++) {
      // The first look comes a turn late, as a row that was just pushed may not have reached the next stream.
      await (turn < 10 ? setImmediate() : setTimeout(2));
      if (this.readableLength === 0 && this.sinks.every(isEmpty)) return;
    }
  }

  /** Notes where the rows go from here, and from there. */
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
