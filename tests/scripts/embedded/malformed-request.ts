import { gzipSync } from "node:zlib";
import fc from "fast-check";
import type { Connection } from "../../../app/server/connection";
import { frame } from "../../../scripts/embedded/block-framing";
import { head } from "../../support/raw-http";

const ROW = '{"id":7}\n';
const framed = Buffer.concat([...frame(Buffer.from(ROW.repeat(20)))]);
const zipped = gzipSync(ROW.repeat(20));

const query = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "INSERT INTO t FORMAT",
    "INSERT INTO",
    "INSERT INTO t FORMAT Native ",
    "INSERT INTO t FROM INFILE '/nowhere' FORMAT TSV",
    "INSERT INTO nowhere FORMAT JSONEachRow",
    "SELECT '",
    "SELECT /*",
    "SELECT 1;;",
    "SELECT 1; SELECT 2",
    "SELECT 1 FORMAT",
    "SELECT {a:UInt8}",
    "SELECT throwIf(1)",
    "FORMAT",
    "(((",
    "SELECT \0",
    `SELECT ${"(".repeat(3_000)}`,
  ),
);
const header = fc.oneof(
  fc.constantFrom(
    "Content-Length: -1",
    "Content-Length: 99999999999999",
    "Content-Length: 5\r\nContent-Length: 6",
    "Content-Length: 5\r\nTransfer-Encoding: chunked",
    "Transfer-Encoding: gzip, chunked",
    "Expect: 100-continue",
    "Content-Encoding: gzip",
    "Content-Encoding: br",
    "Content-Encoding: nonsense",
    "Upgrade: websocket\r\nConnection: upgrade",
    "Connection: close",
    "Authorization: Basic !!!",
    "Authorization: Basic",
    "Authorization: Bearer x",
    "X-ClickHouse-User: somebody",
    "X-ClickHouse-Key: ",
    "X-ClickHouse-Key: a\r\nX-ClickHouse-Key: b",
    "X-ClickHouse-Format: ../x",
    "X-ClickHouse-Database: nowhere",
    "Content-Type: multipart/form-data",
    "Host: evil.example",
    "no colon",
    ": no name",
    " folded: x",
    "N\0l: x",
  ),
  fc.integer({ min: 1, max: 40_000 }).map((length) => `X-Long: ${"x".repeat(length)}`),
);
const parameter = fc.oneof(
  fc.constantFrom(
    "compress=1",
    "decompress=1",
    "param_=x",
    "param_a'b=1",
    "param_a=%5C",
    "param___proto__=1",
    "=",
    "&&",
    "max_threads=x",
    "database=",
    "database=%00",
    "default_format=../x",
    "default_format=Nope",
    "%00=1",
    "query_id=%0d%0aX:1",
    "session_id=1",
    "enable_http_compression=1",
    "a;b=1",
  ),
  fc.integer({ min: 1, max: 20_000 }).map((length) => `x${"y".repeat(length)}=1`),
);
/** Whole bodies with bytes changed, or cut short. */
const damaged = (bytes: Buffer) =>
  fc
    .tuple(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 3 }), fc.nat(bytes.length))
    .map(([changes, length]) => {
      const copy = Buffer.from(bytes);
      for (const [at, value] of changes) copy[at] = value;
      return copy.subarray(0, length);
    });
const bytes = fc.uint8Array({ maxLength: 60 }).map((found) => Buffer.from(found));
const token = fc.constantFrom(
  "GET",
  "POST",
  "HTTP/1.1",
  "HTTP/1.0",
  "HTTP/9",
  "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  "/",
  "//",
  "/?query=",
  "/?query=%FF%zz",
  "/ping",
  "/lease",
  " ",
  "\r\n",
  "\r\n\r\n",
  "\0",
  "é",
  ":",
  "\x16\x03\x01\x02",
);
const garbage = fc.oneof(
  fc.array(token, { maxLength: 12 }).map((parts) => Buffer.from(parts.join(""), "latin1")),
  bytes,
);

/** Whole requests to the server of `connection`: nearly right ones, torn ones, and garbage. */
export function malformedRequest(connection: Connection): fc.Arbitrary<Buffer> {
  function request(
    text: string,
    headers: readonly string[],
    parameters: readonly string[],
    body: Buffer,
  ): Buffer {
    const start = head(connection, text, headers).replace(
      " HTTP/1.1",
      () => `&${parameters.join("&")} HTTP/1.1`,
    );
    return Buffer.concat([Buffer.from(start, "latin1"), body]);
  }

  /** What goes into a table of that name is cut short, so that nothing of it may land. */
  const torn = fc
    .tuple(
      fc.constantFrom(
        ["Content-Length: 100000", "", ROW.repeat(50)],
        ["Transfer-Encoding: chunked", "", `9\r\n${ROW}\r\n9\r\n${ROW}\r\n`],
        ["Transfer-Encoding: chunked", "", `9\r\n${ROW}\r\nzz\r\n${ROW}\r\n0\r\n\r\n`],
        ["Transfer-Encoding: chunked", "", `9\r\n${ROW}X\r\n0\r\n\r\n`],
        ["Transfer-Encoding: chunked", "", `ffffffffffffffffff\r\n${ROW}`],
        ["Content-Encoding: gzip\r\nContent-Length: 40", "", zipped.subarray(0, 40)],
        [`Content-Length: ${framed.length - 9}`, "decompress=1", framed.subarray(0, -9)],
        [
          `Content-Length: ${framed.length}`,
          "decompress=1",
          Buffer.concat([framed.subarray(0, 30), Buffer.alloc(framed.length - 30)]),
        ],
      ),
      fc.array(header, { maxLength: 1 }),
    )
    .map(([[own, parameters, body], headers]) =>
      request(
        "INSERT INTO t FORMAT JSONEachRow",
        [own as string, ...headers],
        [parameters as string],
        Buffer.from(body as string),
      ),
    );
  const sensible = fc
    .tuple(
      query,
      fc.array(header, { maxLength: 3 }),
      fc.array(parameter, { maxLength: 3 }),
      fc.oneof(bytes, damaged(framed), damaged(zipped)),
      fc.boolean(),
      fc.constantFrom("POST", "GET", "PUT", "DELETE", "OPTIONS", "HEAD", "TRACE", "CONNECT", "post", "P\0ST"),
    )
    .map(([text, headers, parameters, body, says, method]) => {
      const whole = request(
        text,
        says ? [`Content-Length: ${body.length}`, ...headers] : headers,
        parameters,
        body,
      );
      return Buffer.concat([Buffer.from(method, "latin1"), whole.subarray("POST".length)]);
    });

  return fc.oneof(
    { arbitrary: sensible, weight: 5 },
    { arbitrary: torn, weight: 2 },
    { arbitrary: garbage, weight: 3 },
  );
}
