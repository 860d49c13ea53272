import { execFile, spawn } from "node:child_process";
import { cpSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readAddress } from "../../scripts/embedded/address-file";
import { embeddedFolder } from "../../scripts/embedded/embedded-folder";
import { endProcess } from "../support/embedded";

const CLICKHOUSE = join(__dirname, "../../scripts/clickhouse.js");
const ROOT = join(__dirname, "../../..");

describe("npm run clickhouse -- --query", () => {
  let project: string;
  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), "data-faker-test-"));
    cpSync(join(ROOT, "moose.config.toml"), join(project, "moose.config.toml"));
  });
  afterAll(async () => {
    const left = readAddress(embeddedFolder(project));
    if (left !== undefined) await endProcess(left.pid);
    await rm(project, { recursive: true, force: true });
  });

  const args = (query: string): string[] => [CLICKHOUSE, "--project", project, "--query", query];
  const answerTo = (query: string): Promise<{ code: number; out: Buffer; err: string }> =>
    new Promise((done) =>
      execFile(process.execPath, args(query), { encoding: "buffer", maxBuffer: 1 << 30 }, (error, out, err) =>
        done({ code: Number(error?.code ?? 0), out, err: err.toString() }),
      ),
    );

  it("prints the bytes of a binary answer as they are", async () => {
    const { code, out } = await answerTo(
      "SELECT number, unhex('00FF80') AS s FROM numbers(1000) FORMAT Parquet",
    );
    expect(code).toBe(0);
    expect([out.subarray(0, 4).toString(), out.subarray(-4).toString()]).toEqual(["PAR1", "PAR1"]);
    const raw = await answerTo("SELECT number FROM numbers(100000) FORMAT RowBinary");
    expect(raw.out.length).toBe(800_000);
    expect(raw.out.readBigUInt64LE(8 * 99_999)).toBe(99_999n);
  });

  it("ends well where the reader of an endless answer leaves", async () => {
    const child = spawn(process.execPath, args("SELECT number FROM system.numbers FORMAT TSV"), {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let err = "";
    child.stderr.on("data", (data: Buffer) => (err += data.toString()));
    const ended = new Promise((done) => child.on("close", done));
    await new Promise((done) => child.stdout.once("data", done));
    child.stdout.destroy();
    expect([await ended, err]).toEqual([0, ""]);
  });

  it("says in one line what the server refuses", async () => {
    const { code, out, err } = await answerTo("SELECT * FROM nowhere");
    expect([code, out.toString()]).toEqual([2, ""]);
    expect(err).toMatch(/^Code: 60\. .*\n$/);
  });

  it("fails where the server breaks the answer off", async () => {
    const { code, err } = await answerTo(
      "SELECT number, throwIf(number = 30000000) FROM numbers(40000000) FORMAT RowBinary",
    );
    expect(code).toBe(1);
    expect(err).toMatch(/^The server broke the answer off.*\n$/);
  });
});
