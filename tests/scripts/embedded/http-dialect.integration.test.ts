import { readdirSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { frame } from "../../../scripts/embedded/block-framing";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { ask, sql } from "../../support/raw-http";
import { unframed } from "../../support/unframed";

describe("the embedded server's HTTP dialect", () => {
  let embedded: TestEmbedded;

  beforeAll(async () => {
    embedded = await startTestEmbedded();
    await sql(
      embedded.connection,
      "CREATE TABLE t (id UInt32, s String DEFAULT '-') ENGINE = MergeTree ORDER BY id",
    );
  });
  afterAll(() => embedded?.stop());
  beforeEach(() => sql(embedded.connection, "TRUNCATE TABLE t"));
  afterEach(() => expect(readdirSync(join(embedded.folder, "spool"))).toEqual([]));

  it.each([
    ["FORMAT JSONEachRow in the address", "INSERT INTO t FORMAT JSONEachRow", '{"id":1,"s":"a"}\n{"id":2}\n'],
    ["FORMAT JSONEachRow in the body", "", 'INSERT INTO t FORMAT JSONEachRow\n{"id":1,"s":"a"}\n{"id":2}'],
    ["columns and settings", "INSERT INTO t (id, s) SETTINGS async_insert=0 FORMAT TSV", "1\ta\n2\t-\n"],
    ["VALUES in the body", "", "INSERT INTO t (id, s) VALUES (1, 'a'), (2, '-')"],
    ["VALUES, the rows apart", "INSERT INTO t (s, id) VALUES", "('a', 1), ('-', 2)"],
    [
      "CSV, quoted and with a comment before",
      "/* FORMAT Null */ insert into `local`.`t` format CSV",
      '1,"a"\n2,"-"\n',
    ],
    ["a SELECT", "INSERT INTO t SELECT number + 1, ['a', '-'][number + 1] FROM numbers(2)", ""],
  ])("inserts: %s", async (_, query, body) => {
    const answer = await ask(embedded.connection, { params: query === "" ? {} : { query }, body });
    expect([answer.status, answer.body.toString()]).toEqual([200, ""]);
    expect(JSON.parse(String(answer.headers["x-clickhouse-summary"]))).toMatchObject({ written_rows: "2" });
    expect(await sql(embedded.connection, "SELECT id, s FROM t ORDER BY id")).toBe("1\ta\n2\t-");
  });

  it("takes rows with parameters in VALUES, and a table's name as a parameter", async () => {
    await sql(embedded.connection, "INSERT INTO {t:Identifier} (id, s) VALUES ({id:UInt32}, {s:String})", {
      param_t: "t",
      param_id: "7",
      param_s: "x'\\ty",
    });
    await ask(embedded.connection, {
      params: { query: "INSERT INTO {t:Identifier} FORMAT TSV", param_t: "t" },
      body: "8\tz\n",
    });
    expect(await sql(embedded.connection, "SELECT id, s = 'x\\'\\ty' FROM t ORDER BY id")).toBe("7\t1\n8\t0");
  });

  it("takes bodies in gzip and in block framing, of any size", async () => {
    const rows = Array.from({ length: 200_000 }, (_, id) => `${id}\tname ${id}\n`).join("");
    const query = "INSERT INTO t FORMAT TSV";
    const zipped = await ask(embedded.connection, {
      params: { query },
      headers: { "Content-Encoding": "gzip" },
      body: gzipSync(rows),
    });
    expect(zipped.status).toBe(200);
    const framed = await ask(embedded.connection, {
      params: { query, decompress: "1" },
      body: Buffer.concat([...frame(Buffer.from(rows))]),
    });
    expect(framed.status).toBe(200);
    expect(
      await sql(
        embedded.connection,
        "SELECT count(), uniqExact(id), countIf(s = concat('name ', toString(id))) FROM t",
      ),
    ).toBe("400000\t200000\t400000");
  });

  it("gives answers in gzip and in block framing where that is asked for", async () => {
    const body = "SELECT number FROM numbers(100000)";
    const plain = await ask(embedded.connection, { body });
    const zipped = await ask(embedded.connection, {
      params: { enable_http_compression: "1" },
      headers: { "Accept-Encoding": "gzip" },
      body,
    });
    const notAsked = await ask(embedded.connection, { headers: { "Accept-Encoding": "gzip" }, body });
    const framed = await ask(embedded.connection, { params: { compress: "1" }, body });
    expect(zipped.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true);
    expect(notAsked.body.equals(plain.body)).toBe(true);
    expect(unframed(framed.body)).toBe(plain.body.toString());
  });

  it.each(["TSV", "JSON", "RowBinaryWithNamesAndTypes", "Native"])(
    "gives answers too large for memory, in %s",
    async (format) => {
      const rows = 500_000;
      const whole = `SELECT number, repeat('x', 80) AS s FROM numbers(${rows}) SETTINGS max_threads = 1`;
      const answer = await ask(embedded.connection, {
        body: format === "JSON" ? `${whole} FORMAT JSON;` : whole,
        params: { default_format: format },
      });
      expect(answer.status).toBe(200);
      expect(answer.headers["x-clickhouse-format"]).toBe(format);
      const { length } = answer.body;
      if (format === "TSV") expect(answer.body.toString().split("\n").length - 1).toBe(rows);
      if (format === "JSON") expect(answer.body.subarray(-200).toString()).toMatch(/"rows": 500000/);
      // Number of columns, then their names and types, each with its length in front.
      if (format === "RowBinaryWithNamesAndTypes")
        expect(length).toBe(1 + (7 + 2) + (7 + 7) + rows * (8 + 81));
      if (format === "Native") expect(length).toBeGreaterThan(rows * (8 + 81));
    },
  );

  it("names format, query and timezone in headers", async () => {
    const { headers } = await ask(embedded.connection, {
      params: { query_id: "mine-1", default_format: "JSONEachRow" },
      body: "SELECT 1",
    });
    expect(headers).toMatchObject({
      "x-clickhouse-query-id": "mine-1",
      "x-clickhouse-format": "JSONEachRow",
    });
    expect(headers["x-clickhouse-timezone"]).toBeTruthy();
    expect(headers["x-clickhouse-server-display-name"]).toBeTruthy();
  });

  it.each([
    ["SELEC 1", 400, 62],
    ["SELEC", 400, 62],
    ["", 400, 62],
    ["SELECT 1; SELECT 2", 400, 62],
    ["SELECT * FROM nowhere", 404, 60],
    ["SELECT x", 404, 47],
    ["SELECT 1 SETTINGS no_such_setting = 1", 404, 115],
    ['INSERT INTO t FORMAT JSONEachRow {"id": 1, "s": "', 400, 26],
    ["INSERT INTO t FORMAT TSV\nno number\n", 400, 27],
    ["SELECT throwIf(number = 3) FROM numbers(10)", 500, 395],
  ])("answers %j with %i and code %i", async (body, status, code) => {
    const answer = await ask(embedded.connection, { body });
    expect([answer.status, answer.headers["x-clickhouse-exception-code"]]).toEqual([status, String(code)]);
    expect(answer.body.toString()).toMatch(
      new RegExp(`^Code: ${code}\\. DB::Exception: .*\\([A-Z_]+\\) \\(version 2\\d\\..*\\)\\n$`, "s"),
    );
    expect(await sql(embedded.connection, "SELECT count() FROM t")).toBe("0");
  });

  it("refuses unknown settings, databases and encodings", async () => {
    expect(
      (await ask(embedded.connection, { params: { no_such_setting: "1" }, body: "SELECT 1" })).status,
    ).toBe(404);
    expect(
      (await ask(embedded.connection, { params: { "a = 1; DROP TABLE t": "1" }, body: "SELECT 1" })).status,
    ).toBe(404);
    expect(
      (await ask(embedded.connection, { params: { database: "no`such" }, body: "SELECT 1" })).headers[
        "x-clickhouse-exception-code"
      ],
    ).toBe("81");
    expect(
      (await ask(embedded.connection, { headers: { "Content-Encoding": "zstd" }, body: "SELECT 1" })).status,
    ).toBe(501);
    expect(
      (await ask(embedded.connection, { headers: { "Content-Encoding": "gzip" }, body: "SELECT 1" })).status,
    ).toBe(400);
    expect(
      (await ask(embedded.connection, { params: { decompress: "1" }, body: "x".repeat(100) })).status,
    ).toBe(400);
  });

  it("lets GET read only, and takes every way to give credentials", async () => {
    const { user, password } = embedded.connection;
    const get = (path: string, headers: Record<string, string>) =>
      ask({ ...embedded.connection, user: "", password: "" }, { method: "GET", path, headers });
    const basic = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
    const none = { "X-ClickHouse-User": user, "X-ClickHouse-Key": password };
    expect((await get("/?query=SELECT+1", none)).body.toString()).toBe("1\n");
    expect(
      (await get("/?query=INSERT+INTO+local.t+VALUES+(1,'')", none)).headers["x-clickhouse-exception-code"],
    ).toBe("164");
    const { host, port } = embedded.connection;
    expect(
      await (
        await fetch(`http://${host}:${port}/?query=SELECT+2`, { headers: { Authorization: basic } })
      ).text(),
    ).toBe("2\n");
    expect(
      await (await fetch(`http://${host}:${port}/?query=SELECT+3&user=${user}&password=${password}`)).text(),
    ).toBe("3\n");
    const stranger = await fetch(`http://${host}:${port}/?query=SELECT+3`);
    expect([stranger.status, stranger.headers.get("x-clickhouse-exception-code")]).toEqual([403, "516"]);
    expect(await (await fetch(`http://${host}:${port}/ping`)).text()).toBe("Ok.\n");
    expect(await (await fetch(`http://${host}:${port}/`)).text()).toBe("Ok.\n");
  });

  it("shows system.row_policies as empty", async () => {
    expect(
      await sql(
        embedded.connection,
        "SELECT name, database FROM system.row_policies WHERE database = 'local'",
      ),
    ).toBe("");
  });
});
