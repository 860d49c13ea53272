import { once } from "node:events";
import { request } from "node:http";
import { gunzipSync } from "node:zlib";
import { createClient, type ClickHouseClient } from "@clickhouse/client";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { ask } from "../../support/raw-http";
import { unframed } from "../../support/unframed";

let server: TestEmbedded;
beforeAll(async () => {
  server = await startTestEmbedded();
});
afterAll(() => server?.stop());

async function withClient(
  session_id: string | undefined,
  work: (client: ClickHouseClient) => Promise<void>,
): Promise<void> {
  const { host, port, user, password, database } = server.connection;
  const client = createClient({
    url: `http://${host}:${port}`,
    username: user,
    password,
    database,
    ...(session_id === undefined ? {} : { session_id }),
  });
  try {
    await work(client);
  } finally {
    await client.close();
  }
}

const rows = async (client: ClickHouseClient, query: string): Promise<unknown[]> =>
  (await client.query({ query, format: "JSONCompactEachRow" })).json();

/** One request as it goes over the wire. */
async function raw(
  params: Record<string, string>,
  body: string | FormData,
): Promise<{ status: number; text: string }> {
  const form = new Response(body);
  const { status, body: answer } = await ask(server.connection, {
    params,
    headers: { "Content-Type": form.headers.get("content-type")! },
    body: Buffer.from(await form.arrayBuffer()),
  });
  return { status, text: answer.toString() };
}

describe("a session", () => {
  it("keeps temporary tables and settings, which others do not see", async () => {
    await withClient("mine", async (client) => {
      await client.command({ query: "CREATE TEMPORARY TABLE kept (n UInt32)" });
      await client.insert({ table: "kept", values: [{ n: 1 }, { n: 2 }], format: "JSONEachRow" });
      await client.command({ query: "INSERT INTO kept SELECT 3" });
      await client.command({ query: "SET max_block_size = 77" });
      expect(await rows(client, "SELECT sum(n), getSetting('max_block_size') FROM kept")).toEqual([[6, 77]]);
      await client.query({ query: "SELECT 1", clickhouse_settings: { max_threads: 3 } });
      expect(await rows(client, "SELECT getSetting('max_threads') = 3")).toEqual([[0]]);
      for (const other of [undefined, "theirs"]) {
        await withClient(other, async (stranger) => {
          await expect(rows(stranger, "SELECT sum(n) FROM kept")).rejects.toMatchObject({ code: "60" });
        });
      }
    });
  });

  it("is checked, closed, timed out, and locked while it is in use", async () => {
    expect(await raw({ session_id: "s", session_check: "1" }, "SELECT 1")).toMatchObject({
      status: 404,
      text: expect.stringContaining("SESSION_NOT_FOUND"),
    });
    await raw({ session_id: "s" }, "CREATE TEMPORARY TABLE kept (n UInt32)");
    expect((await raw({ session_id: "s", session_check: "1" }, "SELECT count() FROM kept")).text).toBe("0\n");
    expect((await raw({ session_id: "s", close_session: "1" }, "SELECT 1")).text).toBe("1\n");
    expect((await raw({ session_id: "s", session_check: "1" }, "SELECT 1")).status).toBe(404);
    await raw({ session_id: "s", session_timeout: "0" }, "SELECT 1");
    expect((await raw({ session_id: "s", session_check: "1" }, "SELECT 1")).status).toBe(404);
    expect((await raw({ session_id: "s", session_timeout: "soon" }, "SELECT 1")).text).toContain(
      "INVALID_SESSION_TIMEOUT",
    );
    const { host, port, user, password } = server.connection;
    const used = request({ host, port, method: "POST", path: "/?session_id=s", auth: `${user}:${password}` });
    used.on("error", () => undefined).end("SELECT number FROM system.numbers");
    await once(used, "response");
    expect((await raw({ session_id: "s" }, "SELECT 1")).text).toContain("SESSION_IS_LOCKED");
    used.destroy();
  });
});

describe("requests of other clients", () => {
  it("may bring their parameters in a form", async () => {
    const form = new FormData();
    form.append("query", "SELECT {n:UInt8} + 1, {s:String}");
    form.append("param_n", "41");
    form.append("param_s", "a;b -- c");
    expect((await raw({}, form)).text).toBe("42\ta;b -- c\n");
    const statement = new FormData();
    statement.append("param_n", "1");
    expect((await raw({ query: "SELECT {n:UInt8}" }, statement)).text).toBe("1\n");
    const withFile = new FormData();
    withFile.append("external", new Blob(["1\n"]), "rows.tsv");
    expect(await raw({ query: "SELECT 1" }, withFile)).toMatchObject({
      status: 501,
      text: expect.stringContaining("External tables"),
    });
  });

  it("read errors in the encoding that they asked for", async () => {
    const zipped = await ask(server.connection, {
      params: { enable_http_compression: "1" },
      headers: { "Accept-Encoding": "gzip" },
      body: "SELECT nothing",
    });
    expect(zipped.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(zipped.body).toString()).toMatch(/^Code: 47\. /);
    const framed = await ask(server.connection, { params: { compress: "1" }, body: "SELECT nothing" });
    expect(framed.status).toBe(404);
    expect(unframed(framed.body)).toMatch(/^Code: 47\. /);
  });

  it("get progress with JSONEachRowWithProgress", async () => {
    const { text } = await raw({}, "SELECT number FROM numbers(2) FORMAT JSONEachRowWithProgress");
    const lines = text
      .trim()
      .split("\n")
      .map((line) => Object.keys(JSON.parse(line) as object)[0]);
    expect(lines).toEqual(expect.arrayContaining(["row", "progress"]));
    expect(lines.filter((key) => key === "row")).toHaveLength(2);
  });
});
