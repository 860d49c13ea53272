import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
    expect(await sendBytes(client.connection, piecewise, "wait", 10_000)).toMatch(
      /^HTTP\/1.1 408 .*Code: 209\./s,
    );
  });

  it("refuses bodies that are too large, announced or not, and before or after decompression", async () => {
    const body = "1\n".repeat(MAX_BODY);
    const params = { query: "INSERT INTO t FORMAT TSV" };
    expect((await ask(client.connection, { params, body })).status).toBe(413);
    expect(
      (await ask(client.connection, { params, body, headers: { "Transfer-Encoding": "chunked" } })).status,
    ).toBe(413);
    const { gzipSync } = await import("node:zlib");
    const zipped = gzipSync(body);
    expect(zipped.length).toBeLessThan(MAX_BODY);
    expect(
      (await ask(client.connection, { params, body: zipped, headers: { "Content-Encoding": "gzip" } }))
        .status,
    ).toBe(413);
    const torn = await ask(client.connection, {
      params,
      body: gzipSync("1\n2\n").subarray(0, -5),
      headers: { "Content-Encoding": "gzip" },
    });
    expect(torn.status).toBe(400);
  });

  it("begins nothing for a client that has left while it waited", async () => {
    const slow = sql(
      client.connection,
      "SELECT sleepEachRow(0.02) FROM numbers(20) SETTINGS max_block_size = 1 FORMAT Null",
    );
    await new Promise((done) => setTimeout(done, 100));
    await sendBytes(
      client.connection,
      head(client.connection, insert, [`Content-Length: ${rows.length}`]) + rows,
      "destroy",
    );
    await slow;
  });

  it("goes on when a reader leaves in the middle of an answer", async () => {
    const query = "SELECT number, repeat('x', 80) FROM numbers(500000)";
    await new Promise<void>((done) => {
      const socket = connect(client.connection.port, client.connection.host, () =>
        socket.write(head(client.connection, query, ["Content-Length: 0"])),
      );
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
    const slow = sql(
      client.connection,
      "SELECT sleepEachRow(0.05) FROM numbers(20) SETTINGS max_block_size = 1 FORMAT Null",
    ).then(() => {
      ended = true;
    });
    await new Promise((done) => setTimeout(done, 50));
    expect((await ask(client.connection, { method: "GET", path: "/ping" })).body.toString()).toBe("Ok.\n");
    expect(ended).toBe(false);
    await slow;
  });

  it("refuses what a web page asks, whatever password it guessed", async () => {
    const params = { query: "SELECT 1" };
    const statusOf = async (headers: Record<string, string>) =>
      (await ask(client.connection, { method: "GET", params, headers })).status;
    const refused: Record<string, string>[] = [
      { Origin: "https://a.example" },
      { "Sec-Fetch-Site": "cross-site" },
      { Host: "a.example:18123" },
      { Host: "127.0.0.1.a.example" },
    ];
    for (const headers of refused) {
      expect([headers, await statusOf(headers)]).toEqual([headers, 403]);
    }
    const taken: Record<string, string>[] = [
      { Host: "localhost:1" },
      { Host: "[::1]:1" },
      { Host: "host.docker.internal" },
      { "Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "cors" },
    ];
    for (const headers of taken) {
      expect([headers, await statusOf(headers)]).toEqual([headers, 200]);
    }
  });

  it("takes no more of a framed body than is allowed, whatever size its block claims", async () => {
    const claim = Buffer.alloc(25);
    claim[16] = 0x82;
    claim.writeUInt32LE(1 << 29, 17);
    claim.writeUInt32LE(1 << 29, 21);
    const body = Buffer.concat([claim, Buffer.alloc(2 * MAX_BODY)]);
    const answer = await ask(client.connection, {
      params: { query: "INSERT INTO t FORMAT TSV", decompress: "1" },
      body,
      headers: { "Transfer-Encoding": "chunked" },
    });
    expect(answer.status).toBe(413);
  });
});
