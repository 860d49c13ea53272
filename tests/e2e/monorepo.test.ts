import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { select } from "../../app/server/select";
import { describeWithStack } from "./describe-with-stack";
import { MooseStack } from "./moose-stack";

jest.setTimeout(240_000);

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

/** The example as a user has it; the package is what would be published. */
async function installExample(folder: string): Promise<string> {
  const workspace = path.join(folder, "monorepo");
  await cp(path.join(REPOSITORY, "examples/monorepo"), workspace, {
    recursive: true,
    filter: (file) => !/node_modules|\.moose|packages\/data-faker/.test(path.relative(REPOSITORY, file)),
  });
  const packed = path.join(workspace, "packages/data-faker");
  await mkdir(packed);
  const run = promisify(execFile);
  const { stdout } = await run(
    "npm",
    ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder],
    { cwd: REPOSITORY },
  );
  await run("tar", ["xzf", path.join(folder, stdout.trim()), "-C", packed, "--strip-components=1"]);
  // pnpm would install them in a workspace, and they would hide a dependency that is missing.
  const manifest = JSON.parse(await readFile(path.join(packed, "package.json"), "utf8"));
  await writeFile(path.join(packed, "package.json"), JSON.stringify({ ...manifest, devDependencies: {} }));
  await run("npx", [...PNPM, "install", "--no-frozen-lockfile"], {
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
  return {
    ...Object.fromEntries(
      Object.entries(process.env).filter(
        ([name]) => !/^npm_(?!config_(registry|cache|userconfig))/.test(name),
      ),
    ),
    ...own,
  };
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
    expect(stdout).toMatch(/For more rows: pnpm (run )?dev:faker --rows 6000\n/);
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
});
