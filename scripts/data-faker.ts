#!/usr/bin/env node
import { readFileSync } from "node:fs";
import module from "node:module";
import path from "node:path";
import { main } from "./cli/main";
import { commands } from "./doors/commands";
import { guardConsole } from "./terminal/console-guard";
import { guardStreams } from "./terminal/guard-streams";

/** The nearest package.json above this file, compiled or not, is the package's own. */
function packageVersion(): string {
  const manifest = path.resolve(__dirname, "..", "..", "package.json");
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
}

// From Node 22.1 on, code that has been compiled once is kept for later calls, in the system's temporary folder.
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();
guardStreams(process.stdout, process.stderr);
guardConsole(process.env.DEBUG ? process.stderr : undefined);
void main(process.argv.slice(2), process.env, commands, packageVersion(), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
}).then((code) => {
  process.exitCode = code;
});
