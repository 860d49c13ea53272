import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { Refusal } from "../app/errors";
import { runDoor } from "./terminal/run-door";

const ROOT = path.resolve(__dirname, "..", "..");
const PROGRAM = "node dist/scripts/data-faker.js";

/** What is published: the scripts run what is packed, and nothing is installed that only this repository needs. */
function publishedManifest(text: string): object {
  const manifest = JSON.parse(text) as Record<string, unknown>;
  delete manifest.devDependencies;
  delete manifest.overrides;
  return { ...manifest, scripts: { start: PROGRAM, "dev:faker": PROGRAM, "dev:moose": `${PROGRAM} dev` } };
}

async function npmPack(cwd: string, signal: AbortSignal, ...flags: string[]): Promise<string> {
  const args = ["pack", "--ignore-scripts", "--silent", ...flags];
  return (await promisify(execFile)("npm", args, { cwd, signal })).stdout;
}

/** `npm run package`: makes the package's archive in the working directory. */
void runDoor(async (signal) => {
  if (process.env.npm_lifecycle_event === "prepack")
    throw new Refusal("npm-pack", "npm would pack what only this repository needs, too: use npm run package");
  const [{ files }] = JSON.parse(await npmPack(ROOT, signal, "--dry-run", "--json")) as [
    { files: { path: string }[] },
  ];
  const stage = mkdtempSync(path.join(tmpdir(), "data-faker-pack-"));
  try {
    for (const file of files) cpSync(path.join(ROOT, file.path), path.join(stage, file.path));
    const manifest = publishedManifest(readFileSync(path.join(ROOT, "package.json"), "utf8"));
    writeFileSync(path.join(stage, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
    process.stdout.write(await npmPack(stage, signal, "--pack-destination", process.cwd()));
  } finally {
    rmSync(stage, { recursive: true });
  }
});
