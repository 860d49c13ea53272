#!/usr/bin/env node
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Actions } from "./cli/actions";
import { main } from "./cli/main";
import { readProject, requireLocal } from "./project";
import type { Place } from "./cli/invocation";
import { guardConsole } from "./terminal/console-guard";

/** The nearest package.json above this file, compiled or not, is the package's own. */
function packageVersion(): string {
  const manifest = path.resolve(__dirname, "..", "..", "package.json");
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
}

/** The server that is meant; the embedded one is this machine's own and needs no agreement. */
function project(place: Place) {
  const found = readProject(place.project, process.cwd(), process.env);
  if (!place.embedded) requireLocal(found.connection, place.yes);
  return found;
}

/** The seams at which the rooms of the work are joined on. */
const actions: Actions = {
  run: async ({ place }) => notYet("run", project(place)),
  count: async ({ place }) => notYet("count", project(place)),
  sample: async () => notYet("sample"),
  status: async ({ place }) => notYet("status", project(place)),
  stop: async ({ place }) => notYet("stop", project(place)),
};

function notYet(name: string, ..._with: unknown[]): never {
  throw new Error(`${name} is not joined on yet`);
}

/** A reader that leaves early (`| head`) is no failure. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

guardConsole(process.env.DEBUG ? process.stderr : undefined);
void main(process.argv.slice(2), process.env, actions, packageVersion(), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
}).then((code) => {
  process.exitCode = code;
});
