import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import type { ClickHouseClient } from "@clickhouse/client";
import { SCRATCH_PREFIX } from "../../../app/forecast/scratch-table";
import { openClient } from "../../../app/server/client";
import { select } from "../../../app/server/select";
import type { ShownPlan } from "../../../scripts/terminal/plan-view";
import { endProcess, startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { npmEnvironment } from "../../support/npm-environment";
import { run } from "../../support/test-client";
import { until } from "../../support/until";

jest.setTimeout(180_000);

const PROGRAM = path.resolve(__dirname, "../../../scripts/data-faker.js");
const ROWS = 2_000_000;
/** A wide enough name for whoever builds statements carelessly. */
const HOSTILE = "<img onerror=x> 'q' \"r\" \\ `t`";

let server: TestEmbedded;
let client: ClickHouseClient;
let folder: string;
beforeAll(async () => {
  server = await startTestEmbedded();
  client = openClient(server.connection);
  folder = mkdtempSync(path.join(tmpdir(), "plan-"));
  await run(
    client,
    `CREATE TABLE photos (image_id UInt64, caption String, author String, age Nullable(UInt8), upload_date Date)
      ENGINE = ReplacingMergeTree ORDER BY image_id SETTINGS non_replicated_deduplication_window = 100`,
    `CREATE TABLE \`${HOSTILE.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\` (id UInt32, day Date, note String)
      ENGINE = MergeTree PARTITION BY id % 7 ORDER BY id`,
  );
});
afterAll(async () => {
  await client?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function start(...args: string[]) {
  const { host, port, database } = server.connection;
  const url = `http://panda@${host}:${port}/${database}`;
  const env = { ...npmEnvironment(), DATA_FAKER_PASSWORD: "pandapass", NO_COLOR: "1" };
  return spawn(process.execPath, [PROGRAM, ...args, "--url", url], { cwd: folder, env });
}

async function call(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = start(...args);
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}

async function planned(...args: string[]): Promise<ShownPlan> {
  const { code, out, err } = await call("plan", "--json", ...args);
  expect([code, err]).toEqual([0, ""]);
  return JSON.parse(out) as ShownPlan;
}

async function tables(): Promise<string[]> {
  const found = await select<{ name: string }>(
    client,
    "SELECT name FROM system.tables WHERE database = currentDatabase() ORDER BY name",
  );
  return found.map(({ name }) => name);
}

describe("plan", () => {
  it("leaves table, ledger and database as they are, and foretells what a run then takes", async () => {
    const before = await tables();
    const fill = ["--table", "photos", "--rows", `${ROWS}`, "--writer", "native", "--batch-size", "20k"];
    const { forecast, server: measured } = await planned(...fill);
    expect(await tables()).toEqual(before);
    expect(await select(client, "SELECT count() AS n FROM photos")).toEqual([{ n: "0" }]);
    expect(measured).toMatchObject({ partitions: 1, cores: expect.any(Number) });

    expect(await call(...fill, "--seed", "42")).toMatchObject({ code: 0 });
    const [rows] = await select<Record<string, string>>(
      client,
      `SELECT (SELECT uniqExact(epoch, owner) FROM data_faker_runs WHERE kind = 'claim') AS claims,
        (SELECT count() FROM data_faker_steps FINAL) AS steps`,
    );
    expect(Number(rows!.claims)).toBe(forecast.ledger.claims);
    expect(Number(rows!.steps)).toBe(forecast.ledger.steps);
    const [parts] = await select<Record<string, string>>(
      client,
      `SELECT sum(level = 0) AS inserted, sumIf(bytes_on_disk, active) AS disk
        FROM system.parts WHERE table = 'photos'`,
    );
    expect(Number(parts!.inserted)).toBe(forecast.parts.inserted);
    // What takes time, and merges, which go on afterwards, depend on what else the machine does.
    const disk = Number(parts!.disk);
    expect(disk).toBeGreaterThan(forecast.bytes.disk! / 1.3);
    expect(disk).toBeLessThan(forecast.bytes.disk! * 1.3);
  });

  it("takes a table of any name and partitions, whose parts it counts", async () => {
    const { table, forecast, server: measured } = await planned("--table", HOSTILE, "--rows", "100k");
    expect(table).toContain(HOSTILE);
    const { partitions } = measured as { partitions: number };
    expect(partitions).toBe(7);
    expect(forecast.parts.inserted).toBe(partitions);
    expect(await tables()).not.toContainEqual(expect.stringContaining(SCRATCH_PREFIX));
  });

  it("plans what the table cannot hold yet, and says so", async () => {
    const { notes, forecast } = await planned("--table", HOSTILE, "--rows", "10G", "--workers", "8");
    expect(notes).toContainEqual(expect.stringMatching(/id \(UInt32\) holds at most 4,294,967,295/));
    expect(forecast.leases).toBe(1_000);
  });

  it("drops what it made when it is stopped", async () => {
    const child = start("plan", "--table", "photos", "--rows", "1M");
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    const scratch = async () => (await tables()).some((name) => name.startsWith(SCRATCH_PREFIX));
    await until("a table to measure with", scratch);
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    expect(await scratch()).toBe(false);
  });

  it("measures the generator alone where the user may make no table, or there is no server", async () => {
    await endProcess(server.pid);
    await server.restart(["GRANT SELECT, INSERT ON *.*"]);
    const refused = await call("plan", "--table", "photos", "--rows", "1M");
    expect(refused).toMatchObject({ code: 0, err: "" });
    expect(refused.out).toContain("not measured: this user lacks the right to CREATE TABLE in local");
    expect(refused.out).toMatch(/bound by the making of rows, as far as was measured/);
  });
});
