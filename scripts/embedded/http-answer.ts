import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable, type Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliCompress, createDeflate, createGzip } from "node:zlib";
import { frame } from "./block-framing";
import type { QueryResult } from "./queries";
import type { ServerException } from "./server-exception";

const LINGER_MILLISECONDS = 1_000;

export interface AnswerOptions {
  queryId: string;
  readonly serverName: string;
  readonly version: string;
  readonly timezone: string;
  /** The encodings to choose from; `undefined`: the answer goes out as it is. */
  acceptEncoding: string | undefined;
  /** In ClickHouse's block framing. */
  framed: boolean;
}

/** Sends what a statement gave. Rejects where the client leaves before its end. */
export async function sendAnswer(
  response: ServerResponse,
  result: QueryResult,
  options: AnswerOptions,
): Promise<void> {
  const { format } = result;
  const { figures, content } = result.answer;
  const encoding = encodingOf(options);
  response.writeHead(200, {
    ...commonHeaders(options),
    "Content-Type": contentType(format),
    "X-ClickHouse-Format": format,
    "X-ClickHouse-Timezone": options.timezone,
    "X-ClickHouse-Summary": JSON.stringify({
      read_rows: String(figures.resultRows),
      read_bytes: String(figures.resultBytes),
      written_rows: String(figures.writtenRows),
      written_bytes: String(figures.writtenBytes),
      total_rows_to_read: "0",
      result_rows: String(figures.writtenRows || figures.resultRows),
      result_bytes: String(figures.writtenBytes || figures.resultBytes),
      elapsed_ns: String(Math.round(figures.elapsedSeconds * 1e9)),
    }),
    ...(encoding === undefined ? {} : { "Content-Encoding": encoding.name }),
  });
  await send(content, response, options, encoding);
}

async function send(
  content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  response: ServerResponse,
  { framed: inFrames }: AnswerOptions,
  encoding: Encoding | undefined,
): Promise<void> {
  const source = Readable.from(inFrames ? framed(content) : content, { objectMode: false });
  if (encoding === undefined) await pipeline(source, response);
  else await pipeline(source, encoding.create(), response);
}

async function* framed(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const { buffer, byteOffset, byteLength } of chunks)
    yield* frame(Buffer.from(buffer, byteOffset, byteLength));
}

/** Sends a failure as ClickHouse does, and ends the connection where the request's body has not been read. */
export function sendException(
  request: IncomingMessage,
  response: ServerResponse,
  exception: ServerException,
  options: AnswerOptions,
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const unread = !request.complete;
  const encoding = encodingOf(options);
  response.writeHead(exception.httpStatus, {
    ...commonHeaders(options),
    "Content-Type": "text/plain; charset=UTF-8",
    "X-ClickHouse-Exception-Code": String(exception.code),
    ...(encoding === undefined ? {} : { "Content-Encoding": encoding.name }),
    ...(unread ? { Connection: "close" } : {}),
  });
  const text = `${exception.message} (version ${options.version} (official build))\n`;
  // A client that leaves before its end has had enough.
  void send([Buffer.from(text)], response, options, encoding).catch(() => undefined);
  if (!unread) return;
  // A client that is still sending reads the answer only if its bytes are taken for a while longer.
  request.resume();
  setTimeout(() => request.destroy(), LINGER_MILLISECONDS).unref();
}

function commonHeaders(options: AnswerOptions): Record<string, string> {
  return {
    "X-ClickHouse-Server-Display-Name": options.serverName,
    "X-ClickHouse-Query-Id": options.queryId,
  };
}

interface Encoding {
  readonly name: string;
  readonly create: () => Transform;
}

function encodingOf({ framed, acceptEncoding }: AnswerOptions): Encoding | undefined {
  if (framed) return undefined;
  const names = (acceptEncoding ?? "").split(",").map((part) => part.split(";")[0]!.trim().toLowerCase());
  if (names.includes("gzip")) return { name: "gzip", create: () => createGzip({ level: 1 }) };
  if (names.includes("br")) return { name: "br", create: createBrotliCompress };
  if (names.includes("deflate")) return { name: "deflate", create: createDeflate };
  return undefined;
}

function contentType(format: string): string {
  if (/^JSON(Strings|Compact|CompactStrings|ColumnsWithMetadata|Columns|CompactColumns)?$/.test(format))
    return "application/json; charset=UTF-8";
  if (/^JSON.*EachRow/.test(format)) return "application/x-ndjson; charset=UTF-8";
  if (/^CSV/.test(format)) return "text/csv; charset=UTF-8; header=absent";
  if (/^(TabSeparated|TSV)/.test(format)) return "text/tab-separated-values; charset=UTF-8";
  if (/^(Native|RowBinary|Parquet|Arrow|ORC)/.test(format)) return "application/octet-stream";
  return "text/plain; charset=UTF-8";
}
