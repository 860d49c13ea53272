import { spawn } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";
import { EnvironmentFailure } from "../../app/errors";
import { nativeAddonFolder } from "../embedded/native-addon";
import type { Environment } from "../project/project-environment";

/** Programs of the embedded stack that no npm package carries. */
export const TOOLS = ["redis-server", "temporal"] as const;
export type Tool = (typeof TOOLS)[number];

const TEMPORAL = "github.com/temporalio/cli/cmd/temporal@v1.3.0";
const REMINDER_MILLISECONDS = 15_000;

/** Where a project keeps the tools that were installed for it. */
export function toolsFolder(projectDirectory: string): string {
  return path.join(projectDirectory, ".data-faker", "tools", "bin");
}

/** Absolute path of a program in the project's tools or on PATH, in this order. */
export function findTool(name: string, projectDirectory: string, env: Environment): string | undefined {
  const folders = [
    toolsFolder(projectDirectory),
    ...(env.PATH ?? "").split(path.delimiter).filter(path.isAbsolute),
  ];
  return folders.map((folder) => path.join(folder, name)).find(isProgram);
}

export interface ToolGetter {
  readonly projectDirectory: string;
  readonly env: Environment;
  /** Aborts the installation under way. */
  readonly signal: AbortSignal;
  /** Takes one line. */
  readonly say: (line: string) => void;
}

/**
 * Installs missing tools, where a package manager can provide them.
 * @returns the absolute path of each
 * @throws EnvironmentFailure `tool-missing` once it has said, in a line each, what must be installed by hand;
 * `tool-failed`
 */
export async function getTools(getter: ToolGetter): Promise<Record<Tool, string>> {
  const find = (name: string) => findTool(name, getter.projectDirectory, getter.env);
  const install: (() => Promise<void>)[] = [];
  const helpless: string[] = [];
  if (find("redis-server") === undefined) {
    if (canUseApt(getter)) install.push(() => installByApt(getter, "redis-server"));
    else
      helpless.push(
        "redis-server is missing: install it (Debian, Ubuntu: sudo apt-get install redis-server; macOS: brew install redis)",
      );
  }
  if (find("temporal") === undefined) {
    if (find("go") !== undefined) install.push(() => buildTemporal(getter));
    else
      helpless.push(
        "temporal is missing: install Go 1.24 or newer, which builds it here, or Temporal's own CLI (macOS: brew install temporal)",
      );
  }
  const noEngine = engineMissing();
  if (noEngine !== undefined) helpless.push(noEngine);
  if (helpless.length > 0) {
    helpless.forEach(getter.say);
    throw new EnvironmentFailure(
      "tool-missing",
      "The embedded services need what is missing above; --infra none uses services that already run",
    );
  }
  for (const work of install) await work();
  return Object.fromEntries(TOOLS.map((tool) => [tool, required(tool, find(tool))])) as Record<Tool, string>;
}

function engineMissing(): string | undefined {
  try {
    nativeAddonFolder();
    return undefined;
  } catch (error) {
    return (error as EnvironmentFailure).message;
  }
}

/** What drives the page in the end-to-end tests, by the names that systems give it. */
const BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Absolute path of a browser of the Chromium family. */
export function findBrowser(projectDirectory: string, env: Environment): string | undefined {
  return BROWSERS.map((name) => findTool(name, projectDirectory, env)).find((file) => file !== undefined);
}

/**
 * Installs the browser that the end-to-end tests of the page drive, where a package manager can provide it;
 * otherwise says what to do: nothing but these tests needs it.
 * @returns its absolute path; `undefined` where there is none
 */
export async function getBrowser(getter: ToolGetter): Promise<string | undefined> {
  const find = () => findBrowser(getter.projectDirectory, getter.env);
  const found = find();
  if (found !== undefined) return found;
  if (canUseApt(getter)) {
    await installByApt(getter, "chromium").catch((error: unknown) => {
      if (!(error instanceof EnvironmentFailure)) throw error;
    });
  }
  const installed = find();
  if (installed === undefined)
    getter.say(
      "chromium is missing: install it (Debian: sudo apt-get install chromium; macOS: put it on PATH), or the tests of the page are skipped",
    );
  return installed;
}

function canUseApt({ projectDirectory, env }: ToolGetter): boolean {
  return process.getuid?.() === 0 && findTool("apt-get", projectDirectory, env) !== undefined;
}

async function installByApt(getter: ToolGetter, name: string): Promise<void> {
  getter.say(`${name} is missing: installing it with apt-get...`);
  const env = { ...getter.env, DEBIAN_FRONTEND: "noninteractive" };
  await run(getter, "apt-get", ["update", "-q"], env);
  await run(getter, "apt-get", ["install", "-q", "-y", "--no-install-recommends", name], env);
}

async function buildTemporal(getter: ToolGetter): Promise<void> {
  const folder = toolsFolder(getter.projectDirectory);
  getter.say(
    `temporal is missing: building it with go install into ${folder} (once, about three minutes)...`,
  );
  await run(getter, "go", ["install", TEMPORAL], { ...getter.env, GOBIN: folder });
}

/** Runs a command silently except for a reminder that it is still running; its output is shown where it fails. */
async function run(
  { signal, say }: ToolGetter,
  command: string,
  args: readonly string[],
  env: Environment,
): Promise<void> {
  const called = [command, ...args].join(" ");
  const child = spawn(command, args, {
    env,
    stdio: ["ignore", "pipe", "pipe"],
    signal,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const start = performance.now();
  const reminder = setInterval(
    () => say(`  ${called} is still running, ${Math.round((performance.now() - start) / 1000)} s`),
    REMINDER_MILLISECONDS,
  );
  try {
    const code = await new Promise((done, failed) => child.on("close", done).on("error", failed));
    if (code === 0) return;
  } finally {
    clearInterval(reminder);
  }
  signal.throwIfAborted();
  say(output.trimEnd());
  throw new EnvironmentFailure("tool-failed", `${called} failed; its output is above`);
}

function required(tool: Tool, found: string | undefined): string {
  if (found === undefined)
    throw new EnvironmentFailure("tool-missing", `${tool} was installed but is not on PATH`);
  return found;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
