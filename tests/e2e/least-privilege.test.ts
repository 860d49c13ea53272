import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { openClient } from "../../app/server/client";
import { endProcess, startTestEmbedded, type TestEmbedded } from "../support/embedded";

/** Many processes, one after another. */
jest.setTimeout(300_000);

const ROOT = path.resolve(__dirname, "../../..");
const PROGRAM = path.join(ROOT, "dist", "scripts", "data-faker.js");

/** The statements of a page's code blocks that grant rights, by their block, as the engine's user gets them. */
function grantsOf(page: string): string[][] {
  const blocks = readFileSync(path.join(ROOT, page), "utf8").match(/^```sql\n[^`]*^```$/gm) ?? [];
  return blocks
    .map((block) => block.match(/^GRANT .*?(?=;$)/gms) ?? [])
    .filter((grants) => grants.length > 0)
    .map((grants) => grants.map((grant) => grant.replace(/ TO \w+$/, "")));
}

const [smallest, removal] = grantsOf("docs/reference.md");

let server: TestEmbedded;
let project: string;
beforeAll(async () => {
  server = await startTestEmbedded();
  project = mkdtempSync(path.join(tmpdir(), "least-privilege-"));
  writeFileSync(path.join(project, "moose.config.toml"), "");
  const client = openClient(server.connection);
  await client.command({
    query: `CREATE TABLE images_analytical (image_id UInt32, caption String, gender LowCardinality(String), updated_at DateTime)
      ENGINE = ReplacingMergeTree(updated_at) ORDER BY image_id`,
  });
  await client.close();
});
afterAll(async () => {
  await server?.stop();
  rmSync(project, { recursive: true, force: true });
});

async function restart(grants: readonly string[]): Promise<void> {
  await endProcess(server.pid);
  await server.restart(grants);
}

function start(args: readonly string[]) {
  const { host, port, user, password, database } = server.connection;
  const own = Object.entries(process.env).filter(([name]) => !/^(npm|moose)_/i.test(name));
  return spawn(process.execPath, [PROGRAM, ...args, "--project", project], {
    env: {
      ...Object.fromEntries(own),
      MOOSE_CLICKHOUSE_CONFIG__HOST: host,
      MOOSE_CLICKHOUSE_CONFIG__HOST_PORT: String(port),
      MOOSE_CLICKHOUSE_CONFIG__USER: user,
      MOOSE_CLICKHOUSE_CONFIG__PASSWORD: password,
      MOOSE_CLICKHOUSE_CONFIG__DB_NAME: database,
    },
  });
}

async function call(args: string): Promise<{ code: number | null; out: string; err: string }> {
  const child = start(args.split(" "));
  const ended = new Promise<number | null>((done) => child.on("close", done));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, out, err };
}

describe("the smallest set of grants in the reference", () => {
  it("is enough for every command, except what the page says", async () => {
    await restart(smallest!);
    expect(await call("--rows 3000 --seed 1 --batch-size 1000")).toMatchObject({ code: 0, err: "" });
    expect(await call("--rows 6000 --batch-size 1000 --writer native")).toMatchObject({ code: 0, err: "" });
    expect(await call("--count")).toMatchObject({ code: 0, out: "6000\n" });
    expect(JSON.parse((await call("status --json")).out)).toMatchObject({ rows_inserted: 6000 });
    expect(await call("verify")).toMatchObject({ code: 0, err: "" });
    expect(await call("verify --repair")).toMatchObject({ code: 0, err: "" });
    expect(await call("stop")).toMatchObject({ code: 0, err: "" });
    const { code, err } = await call("--reset --rows 1000");
    expect(code).toBe(1);
    expect(err).toMatch(/ALTER DELETE/);
    expect(await call("--count")).toMatchObject({ out: "6000\n" });
    expect(await call("verify")).toMatchObject({ code: 0, err: "" });
  });

  it("lets a run go on that was killed", async () => {
    const killed = start("--rows 2000000 --batch-size 1000 --writer native".split(" "));
    const ended = new Promise((done) => killed.on("close", done));
    let seen = "";
    killed.stdout.on("data", (chunk: Buffer) => {
      seen += chunk.toString();
      // Its rows are on their way.
      if (seen.includes("%")) killed.kill("SIGKILL");
    });
    await ended;
    const { rows_inserted } = JSON.parse((await call("status --json")).out) as { rows_inserted: number };
    // Beyond all that was under way: fewer rows would have to be removed.
    expect(await call(`--rows ${rows_inserted + 50_000}`)).toMatchObject({ code: 0, err: "" });
    expect(await call("verify")).toMatchObject({ code: 0, err: "" });
  });

  it("allows removing rows with the right that the page names for it", async () => {
    await restart([...smallest!, ...removal!]);
    expect(await call("--reset --rows 1000 --seed 2")).toMatchObject({ code: 0, err: "" });
    expect(await call("--count")).toMatchObject({ out: "1000\n" });
  });

  it.each(smallest!.map((grant) => [grant]))("has nothing too much: %s", async (grant) => {
    await restart([...smallest!, ...removal!].filter((other) => other !== grant));
    expect(await call("--reset --rows 2000 --seed 3")).not.toMatchObject({ code: 0 });
  });
});
