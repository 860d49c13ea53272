import { createReadStream, createWriteStream } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { Readable, type Duplex } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { BlockUnframer } from "./block-framing";
import { ServerException } from "./server-exception";
import type { Spool } from "./spool";

/** Bodies up to this size stay in memory. */
const MEMORY_BYTES = 1 << 20;

export interface BodyLimits {
  /** Of the body as it is sent, and again of what it decompresses to. */
  readonly maxBytes: number;
  /** A body that stays silent for longer is given up. */
  readonly idleMilliseconds: number;
}

/** A complete request body: in memory if it is small, else in a file. */
export class RequestBody {
  private constructor(
    readonly size: number,
    /** The whole body, or the first {@link MEMORY_BYTES} or so of one that is in a file. */
    readonly head: Buffer,
    private file: string | undefined,
    private readonly spool: Spool,
  ) {}

  /**
   * Receives the body to its end, decompressed.
   * @throws ServerException where it is too large (413), silent for too long (408), or not in the announced encoding
   * @throws Error where the client left before its end
   */
  static async receive(request: IncomingMessage, framed: boolean, limits: BodyLimits, spool: Spool): Promise<RequestBody> {
    const announced = Number(request.headers["content-length"] ?? 0);
    if (announced > limits.maxBytes) throw tooLarge(limits.maxBytes);
    const head: Buffer[] = [];
    let headBytes = 0;
    let size = 0;
    const chunks = (async function* () {
      for await (const chunk of decoded(request, framed, limits)) {
        size += chunk.length;
        if (size > limits.maxBytes) throw tooLarge(limits.maxBytes);
        yield chunk;
      }
    })();
    for (;;) {
      const next = await chunks.next();
      if (next.done === true) return new RequestBody(size, Buffer.concat(head), undefined, spool);
      head.push(next.value);
      headBytes += next.value.length;
      if (headBytes > MEMORY_BYTES) break;
    }
    const file = spool.newFile();
    try {
      const whole = async function* (): AsyncGenerator<Buffer> {
        yield* head;
        yield* chunks;
      };
      await pipeline(Readable.from(whole(), { objectMode: false }), createWriteStream(file, { flags: "wx", mode: 0o600 }));
    } catch (error) {
      await rm(file, { force: true });
      throw error;
    }
    return new RequestBody(size, Buffer.concat(head), file, spool);
  }

  /** All of it, for a statement. @throws ServerException where it is longer than any statement may be */
  async text(maxBytes: number): Promise<Buffer> {
    if (this.file === undefined) return this.head;
    if (this.size > maxBytes) {
      throw new ServerException(229, `A statement of ${this.size} bytes is too large, at most ${maxBytes} are taken (QUERY_IS_TOO_LARGE)`);
    }
    const parts: Buffer[] = [];
    for await (const chunk of createReadStream(this.file)) parts.push(chunk as Buffer);
    return Buffer.concat(parts);
  }

  /** The path of a file with `prefix` and what follows the first `offset` bytes; it belongs to the body. */
  async fileFrom(offset: number, prefix: Buffer): Promise<string> {
    if (this.file !== undefined && offset === 0 && prefix.length === 0) return this.file;
    const rest = this.spool.newFile();
    if (this.file === undefined) {
      await writeFile(rest, Buffer.concat([prefix, this.head.subarray(offset)]), { flag: "wx", mode: 0o600 });
    } else {
      await writeFile(rest, prefix, { flag: "wx", mode: 0o600 });
      await pipeline(createReadStream(this.file, { start: offset }), createWriteStream(rest, { flags: "a" }));
    }
    await this.dispose();
    this.file = rest;
    return rest;
  }

  /** Removes the file. */
  async dispose(): Promise<void> {
    if (this.file !== undefined) await rm(this.file, { force: true });
    this.file = undefined;
  }
}

async function* decoded(request: IncomingMessage, framed: boolean, limits: BodyLimits): AsyncGenerator<Buffer> {
  const decoder = contentDecoder(request.headers["content-encoding"]);
  const received = arriving(request, limits);
  if (decoder === undefined && !framed) {
    yield* received;
    return;
  }
  const unframer = framed ? new BlockUnframer() : undefined;
  let failure: Error | undefined;
  const plain: AsyncIterable<Buffer> =
    decoder === undefined
      ? received
      : (Readable.from(received, { objectMode: false })
          .on("error", (error) => {
            failure = error;
            decoder.destroy(error);
          })
          .pipe(decoder) as AsyncIterable<Buffer>);
  try {
    for await (const chunk of plain) {
      if (unframer === undefined) yield chunk;
      else yield* unframer.push(chunk);
    }
    unframer?.end();
  } catch (error) {
    if (failure !== undefined) throw failure;
    if (error instanceof ServerException) throw error;
    throw new ServerException(354, `Cannot decompress the body: ${(error as Error).message} (ZLIB_INFLATE_FAILED)`, 400);
  }
}

function contentDecoder(encoding: string | undefined): Duplex | undefined {
  switch (encoding?.toLowerCase() ?? "") {
    case "":
    case "identity":
      return undefined;
    case "gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    default:
      throw new ServerException(48, `Content-Encoding '${encoding}' is not supported (NOT_IMPLEMENTED)`);
  }
}

/** What the client sends, as it comes. */
async function* arriving(request: IncomingMessage, limits: BodyLimits): AsyncGenerator<Buffer> {
  const iterator = request.iterator({ destroyOnReturn: false })[Symbol.asyncIterator]();
  let size = 0;
  for (;;) {
    const next = await within(iterator.next(), limits.idleMilliseconds);
    if (next.done === true) break;
    size += (next.value as Buffer).length;
    if (size > limits.maxBytes) throw tooLarge(limits.maxBytes);
    yield next.value as Buffer;
  }
  if (!request.complete) throw new Error("the client left before the end of its body");
}

async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new ServerException(209, `The body was silent for ${milliseconds} ms and is given up (SOCKET_TIMEOUT)`, 408));
    }, milliseconds);
  });
  try {
    return await Promise.race([promise, silence]);
  } finally {
    clearTimeout(timer);
    promise.catch(() => undefined);
  }
}

function tooLarge(maxBytes: number): ServerException {
  return new ServerException(229, `The body is larger than ${maxBytes} bytes, send it in smaller parts (QUERY_IS_TOO_LARGE)`, 413);
}
