import { execFile } from "node:child_process";
import { cp, mkdir } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { select } from "../../app/table/select";
import { describeWithStack, MooseStack } from "./moose-stack";

jest.setTimeout(240_000);

const REPOSITORY = process.cwd();
const PNPM = ["--yes", "pnpm@10.34.9"];

/** The example as a user has it: the package is what would be published. */
async function installExample(folder: string): Promise<string> {
  const workspace = path.join(folder, "monorepo");
  await cp(path.join(REPOSITORY, "examples/monorepo"), workspace, { recursive: true, filter: (file) => !/node_modules|\.moose|packages\/data-faker/.test(path.relative(REPOSITORY, file)) });
  const packed = path.join(workspace, "packages/data-faker");
  await mkdir(packed);
  const run = promisify(execFile);
  const { stdout } = await run("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: REPOSITORY });
  await run("tar", ["xzf", path.join(folder, stdout.trim()), "-C", packed, "--strip-components=1"]);
  await run("npx", [...PNPM, "install", "--no-frozen-lockfile"], { cwd: workspace, maxBuffer: 1e8, env: cleanEnvironment() });
  return path.join(workspace, "packages/moosestack-service");
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(?!config_(registry|cache|userconfig))/.test(name)));
}

describeWithStack("the package in a pnpm workspace", () => {
  let stack: MooseStack;
  beforeAll(async () => {
    stack = await MooseStack.start({ DATA_FAKER_REFILL: "off" }, installExample);
  });
  afterAll(() => stack?.stop());

  it("fills the service's table by workflow", async () => {
    expect(await stack.end(await stack.run("fake-images", { rows: 20_000, seed: "m" }))).toMatchObject({ status: "COMPLETED" });
    expect(await stack.count()).toEqual({ rows: 20_000, ids: 20_000 });
    const [filled] = await select<{ captions: string; sites: string }>(stack.client, "SELECT uniq(caption) AS captions, uniqExact(site_name) AS sites FROM images_analytical");
    expect(Number(filled!.captions)).toBeGreaterThan(10_000);
    expect(Number(filled!.sites)).toBeGreaterThan(1);
  });

  it("and the same table from the workspace's root", async () => {
    const { stdout } = await stack.execIn(path.join(stack.project, "../.."), "npx", ...PNPM, "dev:faker", "--rows", "21000");
    expect(stdout).toMatch(/Going on from 20,000 rows: writing 1,000/);
    expect(await stack.count()).toEqual({ rows: 21_000, ids: 21_000 });
  });

  it("has no workflows in production", async () => {
    await stack.kill("moose", "SIGTERM");
    await stack.startProduction();
    expect(stack.workerPid()).toBeUndefined();
    const { stdout } = await stack.exec("moose-cli", "ls", "--json");
    expect(stdout).not.toContain("fake-images");
    expect(await stack.count()).toEqual({ rows: 21_000, ids: 21_000 });
  });
});
