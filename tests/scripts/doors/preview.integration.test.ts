import { spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ClickHouseClient } from "@clickhouse/client";
import { openClient } from "../../../app/server/client";
import { convertRows } from "../../../scripts/embedded/convert-rows";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";

const PROGRAM = path.resolve(__dirname, "../../../scripts/data-faker.js");

/** Text that is quoted in every format, NULLs, and what is no number of a common width. */
const VISITS = `CREATE TABLE visits (
  id UInt64,
  note Nullable(String) COMMENT 'Values: it''s, "so", a\\\\b, tab\\there, 1;2,3',
  wide UInt256, net Decimal(38, 10), seen DateTime64(6, 'UTC'), day Date32,
  tags Array(LowCardinality(String)), spot Tuple(x Float64, y Nullable(Int8)), sizes Map(String, UInt16),
  ip IPv6, mark UUID
) ENGINE = MergeTree ORDER BY id`;

const HASHES = ["id", "note", "wide", "net", "seen", "day", "tags", "spot", "sizes", "ip", "mark"]
  .map((name) => `hex(sum(cityHash64(${name}))) AS of_${name}`)
  .join(", ");

describe("preview", () => {
  let embedded: TestEmbedded;
  let client: ClickHouseClient;
  let folder: string;
  beforeAll(async () => {
    embedded = await startTestEmbedded();
    folder = mkdtempSync(path.join(tmpdir(), "preview-"));
    client = openClient(embedded.connection);
    await client.command({ query: VISITS });
    await client.command({ query: "CREATE TABLE odd (id UInt64, j JSON) ENGINE = MergeTree ORDER BY id" });
  });
  afterAll(async () => {
    await client.close();
    rmSync(folder, { recursive: true });
    await embedded.stop();
  });

  /** In a folder for temporary files of its own, so that what is left there shows. */
  async function preview(...args: string[]): Promise<{ file: string; err: string; code: number | null }> {
    const file = path.join(folder, "out");
    const left = mkdtempSync(path.join(folder, "tmp-"));
    const env = { ...process.env, DATA_FAKER_PASSWORD: "pandapass", NO_COLOR: "1", TMPDIR: left };
    const child = spawn(process.execPath, [PROGRAM, "preview", ...args], { cwd: folder, env });
    let err = "";
    child.stderr.on("data", (chunk) => (err += String(chunk)));
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    await pipeline(child.stdout, createWriteStream(file));
    const code = await ended;
    expect(readdirSync(left).filter((name) => name.startsWith("data-faker"))).toEqual([]);
    return { file, err, code };
  }

  const onServer = (table: string): string[] => {
    const { host, port, database } = embedded.connection;
    return ["--table", table, "--url", `http://panda@${host}:${port}/${database}`];
  };

  async function rowsIn(file: string, format: string, table: string): Promise<unknown> {
    const structure = await client.query({
      query: `SELECT arrayStringConcat(groupArray(name || ' ' || type), ', ') AS s
        FROM (SELECT * FROM system.columns WHERE database = currentDatabase() AND table = {table:String} ORDER BY position)`,
      query_params: { table },
      format: "JSONEachRow",
    });
    const [{ s }] = (await structure.json<{ s: string }>()) as [{ s: string }];
    const answer = await client.query({
      query: `SELECT count() AS rows, ${HASHES} FROM file({file:String}, {format:String}, {s:String}) SETTINGS input_format_csv_deserialize_separate_columns_into_tuple = 0`,
      query_params: { file, format, s },
      format: "JSONEachRow",
    });
    return (await answer.json())[0];
  }

  it("prints the same rows in every format that a program reads", async () => {
    const args = ["--rows", "45000", "--seed", "42", ...onServer("visits")];
    const json = await rowsIn((await preview(...args, "--format", "json")).file, "JSONEachRow", "visits");
    expect(json).toMatchObject({ rows: 45000 });
    for (const [format, name] of [
      ["csv", "CSVWithNames"],
      ["tsv", "TSVWithNames"],
      ["parquet", "Parquet"],
    ] as const) {
      const { file, err, code } = await preview(...args, "--format", format);
      expect({ format, err, code, rows: await rowsIn(file, name, "visits") }).toEqual({
        format,
        err: "",
        code: 0,
        rows: json,
      });
    }
  });

  it("prints statements that insert the rows", async () => {
    const args = ["--rows", "2500", "--seed", "42", ...onServer("visits")];
    const json = await rowsIn((await preview(...args, "--format", "json")).file, "JSONEachRow", "visits");
    const { file } = await preview(...args, "--format", "sql");
    const statements = (await readFile(file, "utf8")).split(/;\n(?=INSERT|$)/).filter((text) => text !== "");
    expect(statements).toHaveLength(3);
    expect(statements[0]).toMatch(/^INSERT INTO visits \(id, note, /);
    for (const query of statements) await client.command({ query });
    const answer = await client.query({
      query: `SELECT count() AS rows, ${HASHES} FROM visits`,
      format: "JSONEachRow",
    });
    expect((await answer.json())[0]).toEqual(json);
  });

  it("shows a person few columns beside one another, and many with their rules", async () => {
    const shown = async (...args: string[]): Promise<string> =>
      readFile((await preview(...args)).file, "utf8");
    expect(await shown("--rows", "2", "--seed", "42", ...onServer("odd"))).toMatch(
      /│ id +│ j +│\n│ 1 +│.*\n│ 2 +│/,
    );
    expect(await shown("--rows", "2", "--seed", "42")).toMatch(/│ column +│ row 2 of seed 42 +│ rule/);
    expect(await shown("--rows", "1", ...onServer("visits"))).toMatch(/│ note .*│ comment "Values: it's/);
  });

  it.each([
    [["--rows", "101"], /preview shows 100 rows at most/],
    [["--format", "xml"], /--format: expected cards or table or json/],
    [["--embedded"], /--embedded cannot be combined with preview, which needs no server/],
    [["--start-row", "99999999999", "--format", "csv"], /image_id/],
  ])("refuses %j in one line", async (args, said) => {
    const { file, err, code } = await preview(...args);
    expect({ out: await readFile(file, "utf8"), code }).toEqual({ out: "", code: 2 });
    expect(err).toMatch(said);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });

  it("ends with the engine's words where a conversion fails", async () => {
    const native = [Buffer.from("no block of ClickHouse's")];
    for (const [structure, format] of [
      ["id UInt64", "Nonsense"],
      ["id Nothingness", "CSV"],
      ["id UInt64", "CSV"],
    ] as const)
      await expect(
        convertRows({ native, structure, format, settings: {} }, new PassThrough().resume()),
      ).rejects.toThrow(/DB::Exception/);
  });

  it("ends with the fault of what makes the rows", async () => {
    function* native(): Generator<Uint8Array> {
      throw new RangeError("no more rows");
    }
    const conversion = { native: native(), structure: "id UInt64", format: "CSV", settings: {} };
    await expect(convertRows(conversion, new PassThrough().resume())).rejects.toThrow("no more rows");
  });

  it("does not mind a reader that leaves early", async () => {
    for (const format of ["json", "csv", "parquet"]) {
      const args = [PROGRAM, "preview", "--rows", "100000", "--format", format];
      const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
      let err = "";
      child.stderr.on("data", (chunk) => (err += String(chunk)));
      child.stdout.once("data", () => child.stdout.destroy());
      expect([format, await new Promise((resolve) => child.once("exit", resolve)), err]).toEqual([
        format,
        0,
        "",
      ]);
    }
  });
});
