import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { cp, readFile, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { select } from "../../app/server/select";
import { freePorts } from "../support/free-ports";
import { npmEnvironment } from "../support/npm-environment";
import { packInto, unpack } from "../support/packed";
import { processesIn } from "../support/processes-in";
import { until } from "../support/until";
import { describeWithStack } from "./describe-with-stack";
import { MooseStack } from "./moose-stack";
import { stackEnvironment } from "./stack-environment";

type Six = [number, number, number, number, number, number];

const REPOSITORY = process.cwd();
const PNPM = ["--yes", "pnpm@10.34.9"];

/**
 * The service with two fakers, each with a ledger of its own; the one of the example is no longer declared.
 */
const TWO_FAKERS = `
import { OlapTable, type UInt32 } from "@514labs/moose-lib";
import { dataFaker } from "data-faker";
import { imagesAnalytical } from "./ingest/models";

interface OldPhoto { image_id: UInt32; caption: string }
export const oldPhotos = new OlapTable<OldPhoto>("old_photos", { orderByFields: ["image_id"] });
export { imagesAnalytical };
export const faker = dataFaker({ table: imagesAnalytical, stateTables: "image_faker" });
export const photoFaker = dataFaker({ table: oldPhotos, stateTables: "photo_faker", register: "always", refill: false });
`;

/** The example as a user has it, without chdb, as its comment says; the package is what would be published. */
async function installExample(folder: string): Promise<string> {
  const workspace = path.join(folder, "monorepo");
  await cp(path.join(REPOSITORY, "examples/monorepo"), workspace, {
    recursive: true,
    filter: (file) => !/node_modules|\.moose|packages\/data-faker/.test(path.relative(REPOSITORY, file)),
  });
  const settings = path.join(workspace, "pnpm-workspace.yaml");
  await writeFile(settings, (await readFile(settings, "utf8")).replace('# chdb: "-"', 'chdb: "-"'));
  await unpack(await packInto(folder), path.join(workspace, "packages/data-faker"));
  await promisify(execFile)("npx", [...PNPM, "install", "--no-frozen-lockfile"], {
    cwd: workspace,
    maxBuffer: 1e8,
    env: installEnvironment(),
  });
  return path.join(workspace, "packages/moosestack-service");
}

/** pnpm's store and caches are kept in the project's own folder, for the next time. */
function installEnvironment(): NodeJS.ProcessEnv {
  const own = Object.fromEntries(
    ["DATA", "CACHE", "STATE"].map((name) => [
      `XDG_${name}_HOME`,
      path.join(REPOSITORY, ".data-faker/pnpm", name.toLowerCase()),
    ]),
  );
  return { ...npmEnvironment(), ...own };
}

describeWithStack("the package in a pnpm workspace", () => {
  let stack: MooseStack;
  beforeAll(async () => {
    stack = await MooseStack.start({ DATA_FAKER_REFILL: "off" }, installExample);
  });
  afterAll(() => stack?.stop());

  const inWorkspace = (...command: string[]) =>
    stack.execIn(path.join(stack.project, "../.."), "npx", ...PNPM, ...command);
  const claims = async (table: string) =>
    (await select<{ n: string }>(stack.client, `SELECT count() AS n FROM ${table} WHERE kind = 'claim'`)).map(
      ({ n }) => Number(n),
    )[0];

  it("fills the service's table by workflow, without chdb", async () => {
    expect(existsSync(path.join(stack.project, "../../node_modules/.pnpm/node_modules/chdb"))).toBe(false);
    expect(await stack.end(await stack.run("fake-images", { rows: 2_000, seed: "m" }))).toMatchObject({
      status: "COMPLETED",
    });
    expect(await stack.count()).toEqual({ rows: 2_000, ids: 2_000 });
    const [filled] = await select<{ captions: string; sites: string; urls: string }>(
      stack.client,
      "SELECT uniq(caption) AS captions, uniqExact(site_name) AS sites, countIf(content_url LIKE 'https://%') AS urls FROM images_analytical",
    );
    expect(Number(filled!.captions)).toBeGreaterThan(1_000);
    expect(Number(filled!.sites)).toBeGreaterThan(1);
    expect(Number(filled!.urls)).toBe(2_000);
  });

  it("fills the same table from the workspace's root", async () => {
    const { stdout } = await inWorkspace("dev:faker", "--rows", "3000");
    expect(stdout).toMatch(/Going on from 2,000 rows: writing 1,000/);
    expect(stdout).toContain("For more rows: pnpm --filter data-faker start --rows 6000\n");
    expect(await stack.count()).toEqual({ rows: 3_000, ids: 3_000 });
  });

  it("keeps the ledger through a migration, and two fakers apart; in production only one that asks for it has workflows", async () => {
    const before = await claims("data_faker_runs");
    await stack.kill("moose", "SIGTERM");
    await writeFile(path.join(stack.project, "app/index.ts"), TWO_FAKERS);
    await stack.startProduction();
    expect(await stack.end(await stack.run("fake-old-photos", { rows: 500 }))).toMatchObject({
      status: "COMPLETED",
    });
    expect(await claims("photo_faker_runs")).toBe(1);
    expect(await claims("image_faker_runs")).toBe(0);
    expect(await claims("data_faker_runs")).toBe(before);
    expect(await stack.end(await stack.run("fake-images"))).toMatchObject({
      status: "FAILED",
      failure: expect.stringContaining("not found"),
    });
    expect(await stack.count()).toEqual({ rows: 3_000, ids: 3_000 });
  });

  it("brings the whole stack up with pnpm dev:moose, once it has what its lines ask for", async () => {
    const root = path.join(stack.project, "../..");
    const [clickhouse, redis, temporal, web, management, proxy] = (await freePorts(6)) as Six;
    const ports = { clickhouse, redis, temporal, web, management, proxy };
    const env = { ...stackEnvironment(root, stack.project, ports), DATA_FAKER_REFILL: "off" };
    await stack.kill("moose", "SIGTERM");
    const start = () => {
      const args = [...PNPM, "dev:moose", "--infra", "embedded"];
      const child = spawn("npx", args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
      let out = "";
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (out += chunk));
      return { out: () => out, end: once(child, "close") };
    };
    const refused = start();
    await refused.end;
    expect(refused.out()).toMatch(
      /\nThe embedded ClickHouse is not installed: .*pnpm add -D chdb@\S+ \(with -w/,
    );

    const chdb = path.join(REPOSITORY, "node_modules/chdb");
    await symlink(chdb, path.join(root, "packages/data-faker/node_modules/chdb"));
    const dev = start();
    const isUp = async () => /The stack is up/.test(dev.out());
    await Promise.race([
      until("the stack is up", isUp),
      dev.end.then(() => Promise.reject(new Error(dev.out()))),
    ]);
    const [, pid, command] = /\(process (\d+)\).* in another terminal: (cd \S+ && npx .*); stop/.exec(
      dev.out(),
    )!;
    await promisify(execFile)("bash", ["-c", command!], { cwd: root, env });
    const count = ["dev:faker", "--count"];
    await until("the workflow has written its rows", async () => {
      const { stdout } = await promisify(execFile)("npx", [...PNPM, "--silent", ...count], {
        cwd: root,
        env,
      });
      return /^100000$/m.test(stdout);
    });
    process.kill(Number(pid), "SIGINT");
    await dev.end;
    const own = new RegExp(`--port (${redis}|${temporal}) |embedded/main`);
    expect(processesIn(root).filter(({ command }) => own.test(command))).toEqual([]);
  });
});
