import { Readable } from "node:stream";
import { createClient, type ClickHouseClient } from "@clickhouse/client";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";

describe("the embedded server, through @clickhouse/client", () => {
  let embedded: TestEmbedded;
  let client: ClickHouseClient;

  beforeAll(async () => {
    embedded = await startTestEmbedded();
    const { host, port, user, password, database } = embedded.connection;
    client = createClient({ url: `http://${host}:${port}`, username: user, password, database });
    await client.command({
      query:
        "CREATE TABLE t (id UInt32, s String) ENGINE = MergeTree ORDER BY id SETTINGS non_replicated_deduplication_window = 100",
    });
  });

  afterAll(async () => {
    await client?.close();
    await embedded?.stop();
  });

  beforeEach(() => client.command({ query: "TRUNCATE TABLE t" }));

  async function rows(query: string, query_params?: Record<string, unknown>): Promise<unknown[]> {
    const result = await client.query({ query, query_params, format: "JSONCompactEachRow" });
    return result.json();
  }

  it("answers ping and queries in the database of the connection", async () => {
    expect(await client.ping()).toEqual({ success: true });
    expect(await rows("SELECT currentDatabase()")).toEqual([["local"]]);
  });

  it("inserts a stream of objects and says how many rows were written", async () => {
    const values = Readable.from(Array.from({ length: 5_000 }, (_, id) => ({ id, s: `name ${id} ü\n` })));
    const result = await client.insert({ table: "t", values, format: "JSONEachRow" });
    expect(result.summary?.written_rows).toBe("5000");
    expect(await rows("SELECT count(), sum(id), uniqExact(s) FROM t")).toEqual([[5000, 12497500, 5000]]);
  });

  it("inserts Native bytes", async () => {
    const made = await client.exec({
      query: "SELECT toUInt32(number) AS id, toString(number) AS s FROM numbers(70000) FORMAT Native",
    });
    const bytes: Buffer[] = [];
    for await (const chunk of made.stream) bytes.push(chunk as Buffer);
    const inserted = await client.exec({
      query: "INSERT INTO t FORMAT Native",
      values: Readable.from([Buffer.concat(bytes)], { objectMode: false }),
    });
    inserted.stream.resume();
    expect(inserted.summary?.written_rows).toBe("70000");
    expect(await rows("SELECT count(), countIf(s = toString(id)) FROM t")).toEqual([[70000, 70000]]);
  });

  it("binds query parameters", async () => {
    const text = "tab\tquote'back\\slash\nline";
    expect(
      await rows("SELECT {n:UInt64} + 1, {s:String}, {a:Array(String)}", { n: 41, s: text, a: ["x", text] }),
    ).toEqual([[42, text, ["x", text]]]);
  });

  it("hands settings to the engine, for one statement only", async () => {
    const setting = "SELECT value FROM system.settings WHERE name = 'max_block_size'";
    const given = await client.query({
      query: setting,
      format: "JSONCompactEachRow",
      clickhouse_settings: { max_block_size: "1234" },
    });
    expect(await given.json()).toEqual([["1234"]]);
    expect(await rows(setting)).not.toEqual([["1234"]]);
  });

  it("honours insert_deduplication_token", async () => {
    for (let i = 0; i < 3; i += 1) {
      await client.insert({
        table: "t",
        values: [{ id: i, s: "" }],
        format: "JSONEachRow",
        clickhouse_settings: { insert_deduplication_token: "once" },
      });
    }
    expect(await rows("SELECT id FROM t")).toEqual([[0]]);
  });

  it("reports errors with ClickHouse's code and type", async () => {
    await expect(rows("SELEC 1")).rejects.toMatchObject({ code: "62", type: "SYNTAX_ERROR" });
    await expect(rows("SELECT * FROM nowhere")).rejects.toMatchObject({ code: "60", type: "UNKNOWN_TABLE" });
    await expect(rows("SELECT 1; SELECT 2")).rejects.toMatchObject({ code: "62" });
  });

  it("refuses a wrong password", async () => {
    const { host, port } = embedded.connection;
    const stranger = createClient({ url: `http://${host}:${port}`, username: "panda", password: "wrong" });
    await expect(stranger.query({ query: "SELECT 1" })).rejects.toMatchObject({
      code: "516",
      type: "AUTHENTICATION_FAILED",
    });
    await stranger.close();
  });
});
