import { InternalError } from "../errors";
import { Readable, type Writable } from "node:stream";
import { setImmediate, setTimeout } from "node:timers/promises";

/**
 * Bytes of the last block, never all of them, that are held back until `commit` has resolved: enough to hide
 * the cost of a last small write.
 */
const LAST_PIECE = 65_536;
/** Bytes of the other pieces. */
const PIECE = 262_144;

interface GuardedBlock {
  readonly rows: number;
  readonly bytes: Uint8Array;
}

/** What a stream has to know of a batch. */
export interface GuardedBatch {
  readonly rows: number;
  readonly blocks: AsyncIterable<GuardedBlock>;
}

/** The pieces in which the bytes of a block are sent, in their order. @param bytes one or more */
export function* bytePieces(bytes: Uint8Array): Generator<Uint8Array, undefined> {
  const lastAt = bytes.length - Math.min(LAST_PIECE, Math.ceil(bytes.length / 2));
  for (let at = 0; at < lastAt; at += PIECE) yield bytes.subarray(at, Math.min(at + PIECE, lastAt));
  yield bytes.subarray(lastAt);
}

/**
 * A batch as a stream of its blocks' pieces. A block is asked for when those before it have left the process.
 * The last piece of the last block waits for that, too, then for `commit`; if that rejects the stream is
 * destroyed and the request's body stays incomplete.
 */
export class GuardedStream extends Readable {
  /** Whether the last piece has gone: from then on the batch may land. */
  released = false;
  /** Why the stream was ended from this side. */
  stopped: { readonly reason: unknown } | undefined;
  private readonly blocks: AsyncIterator<GuardedBlock>;
  private rowsLeft: number;
  /** Of the block that is sent. */
  private pieces: Iterator<unknown, undefined> | undefined;
  private next: IteratorResult<unknown, undefined> | undefined;
  /** The request. */
  private sink: Writable | undefined;

  /**
   * @param batch one row or more
   * @param piecesOf the pieces of a block, one or more; the last is more than nothing
   */
  constructor(
    { rows, blocks }: GuardedBatch,
    private readonly commit: () => Promise<void>,
    private readonly piecesOf: (bytes: Uint8Array) => Iterator<unknown, undefined> = bytePieces,
  ) {
    // One piece at a time, where a stream of bytes would read ahead.
    super({ objectMode: true, highWaterMark: 1 });
    this.blocks = blocks[Symbol.asyncIterator]();
    this.rowsLeft = rows;
  }

  /** Ends the stream with nothing landed, unless the last piece has gone. */
  stop(reason: unknown): void {
    if (this.released || this.destroyed) return;
    this.stopped = { reason };
    this.destroy(reason instanceof Error ? reason : new Error(String(reason)));
  }

  override _read(): void {
    this.advance().catch((error: unknown) => this.stop(error));
  }

  private async advance(): Promise<void> {
    if (this.next === undefined || this.next.done) {
      if (this.next !== undefined) await this.flushed();
      if (this.destroyed) return;
      await this.beginBlock();
      if (this.destroyed) return;
    }
    const piece: unknown = this.next!.value;
    this.next = this.pieces!.next();
    if (this.next.done && this.rowsLeft === 0) await this.release(piece);
    else this.push(piece);
  }

  private async beginBlock(): Promise<void> {
    const next = await this.blocks.next();
    // Its memory may have gone to another block by now.
    if (this.destroyed) return;
    if (next.done || next.value.rows > this.rowsLeft)
      throw new InternalError("the blocks of a batch have other rows than it has");
    this.rowsLeft -= next.value.rows;
    this.pieces = this.piecesOf(next.value.bytes);
    this.next = this.pieces.next();
  }

  private async release(last: unknown): Promise<void> {
    await this.flushed();
    if (this.destroyed) return;
    await this.commit();
    if (this.destroyed) return;
    this.released = true;
    this.push(last);
    this.push(null);
  }

  /**
   * Resolves when the bytes so far are with the system's network buffers, or the stream has ended.
   */
  private async flushed(): Promise<void> {
    for (let turn = 0; !this.destroyed; turn++) {
      // The first look comes a turn late, as a piece that was just pushed may not have reached the request.
      await (turn < 2 ? setImmediate() : this.drained());
      if (this.readableLength === 0 && !this.sink?.writableLength) return;
    }
  }

  /** Resolves when the request may have passed bytes on, or the stream has ended. */
  private async drained(): Promise<void> {
    if (!this.sink?.writableNeedDrain) return setTimeout(2);
    const { sink } = this;
    await new Promise<void>((resolve) => {
      const done = () => {
        sink.off("drain", done).off("close", done);
        this.off("close", done);
        resolve();
      };
      sink.on("drain", done).on("close", done);
      this.on("close", done);
    });
  }

  /** Notes where the bytes go. */
  override pipe<T extends NodeJS.WritableStream>(sink: T, options?: { end?: boolean }): T {
    this.sink = sink as unknown as Writable;
    return super.pipe(sink, options);
  }
}
