import type { IncomingMessage } from "node:http";
import type { Duplex, Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { BlockUnframer } from "./block-framing";
import { ServerException } from "./server-exception";

export interface BodyLimits {
  /** Of the body as it is sent, and again of what it decompresses to. */
  readonly maxBytes: number;
  /** A body that is silent for longer is abandoned. */
  readonly idleMilliseconds: number;
}

/** Bytes are handed on in portions of about this size. */
const PORTION_BYTES = 1 << 20;

/**
 * Receives a request's body to its end, decompressed, and hands it on in portions; nothing more is read while
 * `take` is busy with one.
 * @throws ServerException where the body is too large (413), silent for too long (408), or not in the
 * announced encoding
 * @throws Error where the client leaves before its end, or what `take` throws
 */
export async function receiveBody(
  request: IncomingMessage,
  framed: boolean,
  limits: BodyLimits,
  take: (portion: Buffer[]) => Promise<void>,
): Promise<void> {
  if (Number(request.headers["content-length"] ?? 0) > limits.maxBytes) throw tooLarge(limits.maxBytes);
  const decoder = contentDecoder(request.headers["content-encoding"]);
  const source: Readable = decoder === undefined ? request : request.pipe(decoder);
  const unframer = framed ? new BlockUnframer() : undefined;
  const listeners: (() => void)[] = [];
  const on = (emitter: NodeJS.EventEmitter, event: string, listener: (...args: any[]) => void): void => {
    emitter.on(event, listener);
    listeners.push(() => emitter.off(event, listener));
  };
  let idle: NodeJS.Timeout | undefined;
  let portion: Buffer[] = [];
  try {
    await new Promise<void>((done, fail) => {
      let received = 0;
      let decoded = 0;
      let portionBytes = 0;
      const isTooLarge = (size: number): boolean => {
        if (size > limits.maxBytes) fail(tooLarge(limits.maxBytes));
        return size > limits.maxBytes;
      };
      idle = setTimeout(() => {
        // Where the rest waits for `take`, the silence is not the client's.
        if (source.isPaused()) idle?.refresh();
        else
          fail(
            new ServerException(
              209,
              `The body was silent for ${limits.idleMilliseconds} ms and is abandoned (SOCKET_TIMEOUT)`,
              408,
            ),
          );
      }, limits.idleMilliseconds);
      on(request, "data", (chunk: Buffer) => isTooLarge((received += chunk.length)));
      if (decoder !== undefined) {
        on(decoder, "error", (error: Error) =>
          fail(
            new ServerException(
              354,
              `Cannot decompress the body: ${error.message} (ZLIB_INFLATE_FAILED)`,
              400,
            ),
          ),
        );
      }
      on(request, "error", fail);
      on(request, "close", () => {
        if (!request.complete) fail(new Error("the client left before the end of its body"));
      });
      on(source, "data", (chunk: Buffer) => {
        idle?.refresh();
        try {
          for (const part of unframer?.push(chunk) ?? [chunk]) {
            portion.push(part);
            portionBytes += part.length;
            if (isTooLarge((decoded += part.length))) return;
          }
        } catch (error) {
          fail(error instanceof Error ? error : new Error(String(error)));
        }
        if (portionBytes < PORTION_BYTES) return;
        const full = portion;
        portion = [];
        portionBytes = 0;
        source.pause();
        take(full).then(() => {
          idle?.refresh();
          source.resume();
        }, fail);
      });
      on(source, "end", () => {
        if (request.complete) done();
      });
    });
    unframer?.end();
  } finally {
    clearTimeout(idle);
    for (const remove of listeners) remove();
    if (decoder !== undefined) {
      request.unpipe(decoder);
      decoder.on("error", () => undefined).destroy();
    }
    request.pause();
  }
  if (portion.length > 0) await take(portion);
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
      throw new ServerException(
        48,
        `Content-Encoding '${printable(encoding)}' is not supported (NOT_IMPLEMENTED)`,
      );
  }
}

function printable(text: string | undefined): string {
  return (text ?? "").replace(/[^\x20-\x7e]/g, "?").slice(0, 100);
}

function tooLarge(maxBytes: number): ServerException {
  return new ServerException(
    229,
    `The body is larger than ${maxBytes} bytes, send it in smaller parts (QUERY_IS_TOO_LARGE)`,
    413,
  );
}
