import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { freePorts } from "../support/free-ports";
import { npmEnvironment, OFFLINE } from "../support/npm-environment";
import { packInto } from "../support/packed";

jest.setTimeout(300_000);

const ROOT = process.cwd();
const manifest = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
const range: string = manifest.peerDependencies["@514labs/moose-lib"];
const oldest = /^>=(\S+)/.exec(range)![1]!;

const INDEX = `
import { OlapTable, type UInt32 } from "@514labs/moose-lib";
import { dataFaker, type DataFakerOptions, Refusal, type WorkflowInput } from "data-faker";

export interface Image { image_id: UInt32; caption: string; gender: string }
export const images = new OlapTable<Image>("images_analytical", { orderByFields: ["image_id"] });
const options: DataFakerOptions = { table: images, defaultRows: 1_000, refill: { every: "1m" }, register: "always" };
export const faker = dataFaker(options);
export const input: WorkflowInput = { rows: 1_000, seed: "spring" };
export const refusal = new Refusal("told", "a refusal");
`;

/** @param transformProgram a key that Moose 0.6.323 needs in its entry, and 0.6.533 refuses */
const tsconfig = (transformProgram: object) => ({
  compilerOptions: {
    target: "ES2022",
    module: "CommonJS",
    moduleResolution: "node",
    outDir: "dist",
    rootDir: ".",
    strict: true,
    esModuleInterop: true,
    skipLibCheck: true,
    types: ["node"],
    plugins: [
      { transform: "./node_modules/@514labs/moose-lib/dist/compilerPlugin.js", ...transformProgram },
      { transform: "typia/lib/transform" },
    ],
  },
  include: ["app"],
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "data-faker-moose-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(cwd: string, command: string, ...args: string[]): Promise<string> {
  const env = npmEnvironment();
  const { stdout, stderr } = await promisify(execFile)(command, args, { cwd, env, maxBuffer: 1e8 });
  return stdout + stderr;
}

/** A Moose project with the packed package; what makes Moose's native modules is left out, as docs say. */
async function install(moose: string, transformProgram: object): Promise<string> {
  const project = path.join(folder, moose.replace(/\W/g, "-"));
  mkdirSync(path.join(project, "app"), { recursive: true });
  const packed = await packInto(project);
  cpSync(path.join(ROOT, "packages/kafka-stub"), path.join(project, "kafka-stub"), { recursive: true });
  const [port] = await freePorts(1);
  const files = {
    "package.json": JSON.stringify({
      private: true,
      dependencies: {
        "@514labs/kafka-javascript": "file:./kafka-stub",
        "@514labs/moose-lib": moose,
        "data-faker": `file:${packed}`,
        typia: manifest.dependencies.typia,
      },
      devDependencies: Object.fromEntries(
        ["@types/node", "ts-patch", "tsconfig-paths", "typescript"].map((name) => [
          name,
          manifest.devDependencies[name],
        ]),
      ),
      overrides: {
        "@514labs/kafka-javascript": "$@514labs/kafka-javascript",
        "@swc/core": manifest.overrides["@swc/core"],
      },
    }),
    "tsconfig.json": JSON.stringify(tsconfig(transformProgram)),
    "app/index.ts": INDEX,
    "moose.config.toml": `language = "Typescript"\n[clickhouse_config]\nhost_port = ${port}\n`,
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(project, file), text);
  await run(project, "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
  // Half a gigabyte, which every run of this test would fetch again.
  symlinkSync(path.join(ROOT, "node_modules/chdb"), path.join(project, "node_modules/chdb"));
  return project;
}

it.each([
  ["the oldest version", oldest, { transformProgram: true }],
  ["the newest one", range, {}],
])("the packed package works with %s of Moose, %s", async (_, moose, transformProgram) => {
  const project = await install(moose, transformProgram).catch((error: Error) => {
    if (process.env.REQUIRE_E2E || !OFFLINE.test(error.message)) throw error;
    console.warn(`not tried with Moose ${moose}: the packages' registry cannot be reached`);
  });
  if (project === undefined) return;
  const compiled = await run(project, "node", "node_modules/ts-patch/bin/tspc.js", "-p", ".");
  expect(compiled).not.toMatch(/error TS/);
  const load =
    'const { faker, refusal } = require("./dist/app/index.js"); console.log([faker.runs.name, faker.fakeImages.name, refusal.exitCode].join());';
  expect(await run(project, "node", "-e", load)).toContain("data_faker_runs,fake-images,2");
  const faker = (...flags: string[]) => run(project, "npx", "data-faker", "--embedded", ...flags);
  expect(await faker("--rows", "1000")).toMatch(/rows inserted +1,000 of 1,000/);
  expect(await faker("--rows", "2000", "--writer", "native")).toMatch(/rows inserted +2,000 of 2,000/);
  expect(await faker("verify")).toMatch(/All is well/);
});
