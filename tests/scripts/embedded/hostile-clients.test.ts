import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { startServerProcess } from "../../../scripts/embedded/server-process";
import { attachEmbedded, type EmbeddedClient } from "../../../scripts/embedded/attach-embedded";
import { endProcess } from "../../support/embedded";
import { until } from "../../support/until";
import { ask, head, sendBytes, sql } from "../../support/raw-http";

const MAX_BODY = 200_000;
const IDLE = 300;

describe("the embedded server under hostile clients", () => {
  let folder: string;
  let client: EmbeddedClient;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "data-faker-test-"));
    const options = { folder, user: "panda", password: "pandapass", database: "local" };
    startServerProcess({ ...options, port: 0, maxBodyBytes: MAX_BODY, idleBodyMilliseconds: IDLE });
    // Nobody but the one above, which has the limits, may start.
    await until("the server is up", async () => {
      const found = await attachEmbedded({ ...options, preferredPort: 0, start: false });
      if (found !== undefined) client = found;
      return found !== undefined;
    });
    await sql(client.connection, "CREATE TABLE t (id UInt32) ENGINE = MergeTree ORDER BY id");
  });
  afterAll(async () => {
    await client?.release();
    if (client !== undefined) await endProcess(client.pid);
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(() => sql(client.connection, "TRUNCATE TABLE t"));
  afterEach(async () => {
    expect(await sql(client.connection, "SELECT count() FROM t")).toBe("0");
    expect(readdirSync(join(folder, "spool"))).toEqual([]);
  });

  const rows = Array.from({ length: 1_000 }, (_, id) => `{"id":${id}}\n`).join("");
  const insert = "INSERT INTO t FORMAT JSONEachRow";
  const chunked = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`;

  it("writes nothing of a body that is torn at the end of a row", async () => {
    const whole = head(client.connection, insert, ["Content-Length: 100000"]) + rows;
    const piecewise = head(client.connection, insert, ["Transfer-Encoding: chunked"]) + chunked(rows);
    for (const end of ["destroy", "wait"] as const) {
      await sendBytes(client.connection, whole, end, 50);
      await sendBytes(client.connection, piecewise, end, 50);
    }
  });

  it("gives up a body that falls silent", async () => {
    const piecewise = head(client.connection, insert, ["Transfer-Encoding: chunked"]) + chunked(rows);
    expect(await sendBytes(client.connection, piecewise, "wait", 10_000)).toMatch(/^HTTP\/1.1 408 .*Code: 209\./s);
  });

  it("refuses bodies that are too large, announced or not, and before or after decompression", async () => {
    const body = "1\n".repeat(MAX_BODY);
    const params = { query: "INSERT INTO t FORMAT TSV" };
    expect((await ask(client.connection, { params, body })).status).toBe(413);
    expect((await ask(client.connection, { params, body, headers: { "Transfer-Encoding": "chunked" } })).status).toBe(413);
    const { gzipSync } = await import("node:zlib");
    const zipped = gzipSync(body);
    expect(zipped.length).toBeLessThan(MAX_BODY);
    expect((await ask(client.connection, { params, body: zipped, headers: { "Content-Encoding": "gzip" } })).status).toBe(413);
    const torn = await ask(client.connection, { params, body: gzipSync("1\n2\n").subarray(0, -5), headers: { "Content-Encoding": "gzip" } });
    expect(torn.status).toBe(400);
  });

  it("begins nothing for a client that has left while it waited", async () => {
    const slow = sql(client.connection, "SELECT sleepEachRow(0.02) FROM numbers(20) SETTINGS max_block_size = 1 FORMAT Null");
    await new Promise((done) => setTimeout(done, 100));
    await sendBytes(client.connection, head(client.connection, insert, [`Content-Length: ${rows.length}`]) + rows, "destroy");
    await slow;
  });

  it("goes on when a reader leaves in the middle of an answer", async () => {
    const query = "SELECT number, repeat('x', 80) FROM numbers(500000)";
    await new Promise<void>((done) => {
      const socket = connect(client.connection.port, client.connection.host, () => socket.write(head(client.connection, query, ["Content-Length: 0"])));
      socket.once("data", () => socket.destroy());
      socket.on("close", () => done());
    });
    expect(await sql(client.connection, "SELECT 1")).toBe("1");
    for (let waited = 0; readdirSync(join(folder, "spool")).length > 0 && waited < 100; waited += 1) {
      await new Promise((done) => setTimeout(done, 50));
    }
  });

  it("answers other requests while a statement runs", async () => {
    let ended = false;
    const slow = sql(client.connection, "SELECT sleepEachRow(0.05) FROM numbers(20) SETTINGS max_block_size = 1 FORMAT Null").then(() => {
      ended = true;
    });
    await new Promise((done) => setTimeout(done, 50));
    expect((await ask(client.connection, { method: "GET", path: "/ping" })).body.toString()).toBe("Ok.\n");
    expect(ended).toBe(false);
    await slow;
  });

  it("survives malformed requests", async () => {
    const token = fc.constantFrom("GET", "POST", "PUT", "HTTP/1.1", "HTTP/9", "/", "//", "/?query=", "/?query=%FF%zz", "/ping", "/lease", " ", "\r\n", "\r\n\r\n", "\0", "é", ":");
    const header = fc.constantFrom(
      "Content-Length: 5", "Content-Length: -1", "Content-Length: 99999999999999", "Transfer-Encoding: chunked", "Expect: 100-continue",
      "Content-Encoding: gzip", "Content-Encoding: br", "Upgrade: websocket\r\nConnection: upgrade", "Authorization: Basic !!!", "Content-Type: multipart/form-data",
    );
    const parameter = fc.constantFrom("compress=1", "decompress=1", "param_=x", "param_a'b=1", "=", "&&", "max_threads=x", "database=", "default_format=../x", "default_format=Nope", "%00=1", "query_id=%0d%0aX:1", "session_id=1");
    const sensible = fc
      .tuple(fc.array(header, { maxLength: 3 }), fc.array(parameter, { maxLength: 3 }), fc.oneof(fc.string(), fc.constantFrom("INSERT INTO t FORMAT", "INSERT INTO", "SELECT '", "SELECT /*", "SELECT 1;;", "FORMAT", "INSERT INTO t FORMAT Native ", "INSERT INTO t FROM INFILE '/nowhere' FORMAT TSV", "(((", "SELECT 1 FORMAT", "SELECT {a:UInt8}")), fc.uint8Array({ maxLength: 50 }))
      .map(([headers, parameters, query, body]) => {
        const text = head(client.connection, query, headers).replace(" HTTP/1.1", `&${parameters.join("&")} HTTP/1.1`);
        return Buffer.concat([Buffer.from(text, "latin1"), body]);
      });
    const garbage = fc.oneof(
      fc.array(token, { maxLength: 12 }).map((parts) => Buffer.from(parts.join(""), "latin1")),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    );
    const requests = fc.sample(fc.oneof({ arbitrary: sensible, weight: 3 }, { arbitrary: garbage, weight: 1 }), { numRuns: 400, seed: 42 });
    const answers = new Set<string>();
    for (let at = 0; at < requests.length; at += 20) {
      const batch = requests.slice(at, at + 20).map((bytes, i) => sendBytes(client.connection, bytes, i % 4 === 0 ? "destroy" : "wait", 250));
      for (const answer of await Promise.all(batch)) answers.add(answer.slice(0, 12));
    }
    expect(process.kill(client.pid, 0)).toBe(true);
    expect(await sql(client.connection, "SELECT 1")).toBe("1");
    expect([...answers].filter((start) => /^HTTP\/1.1 4/.test(start)).length).toBeGreaterThan(2);
  });
});
