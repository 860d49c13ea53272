#!/usr/bin/env node
import { readFileSync } from "node:fs";
import path from "node:path";
import { main } from "./cli/main";
import { commands } from "./doors/commands";
import { guardConsole } from "./terminal/console-guard";

/** The nearest package.json above this file, compiled or not, is the package's own. */
function packageVersion(): string {
  const manifest = path.resolve(__dirname, "..", "..", "package.json");
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
}

/** A reader that leaves early (`| head`) is no failure. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

guardConsole(process.env.DEBUG ? process.stderr : undefined);
void main(process.argv.slice(2), process.env, commands, packageVersion(), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
}).then((code) => {
  process.exitCode = code;
});
