"use strict";
const { spawn } = require("node:child_process");
const crypto = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

const ROOT = path.resolve(__dirname, "..", "..");
const at = (...parts) => path.join(ROOT, ...parts);

/** A failure of which the user sees only one line. */
class Failure extends Error {
  isFailure = true;
}

let cleanUp;

/** Sets what to do when a signal ends this process while a command runs. */
function onExit(work) {
  cleanUp = work;
}

/** Runs a command to its end; SIGINT and SIGTERM end it and then this process. */
function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
    const output = [];
    const stops = [
      ["SIGINT", 130],
      ["SIGTERM", 143],
    ].map(([signal, code]) => {
      const stop = () => {
        child.kill("SIGTERM");
        cleanUp?.();
        process.exit(code);
      };
      process.once(signal, stop);
      return () => process.removeListener(signal, stop);
    });
    child.stdout.on("data", (data) => output.push(data));
    child.stderr.on("data", (data) => output.push(data));
    child.on("error", (error) => reject(new Failure(`Cannot start ${command}: ${error.message}`)));
    child.on("close", (code, signal) => {
      for (const remove of stops) remove();
      resolve({ code: code ?? signal, output: Buffer.concat(output).toString() });
    });
  });
}

function filesUnder(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(file) : [file];
    });
}

/** Where packages may be: a workspace can keep those of its members in the folder of its root. */
function moduleFolders() {
  const folders = [];
  for (let folder = ROOT; ; folder = path.dirname(folder)) {
    if (folder === ROOT || isWorkspace(folder)) folders.push(path.join(folder, "node_modules"));
    if (folder === path.dirname(folder)) return folders;
  }
}

/** The packages of any other folder above are not ours. */
function isWorkspace(folder) {
  if (fs.existsSync(path.join(folder, "pnpm-workspace.yaml"))) return true;
  return /"workspaces"\s*:/.test(readIfThere(path.join(folder, "package.json")));
}

/** `undefined` where the package is not there. */
function packageFolder(name) {
  return moduleFolders()
    .map((folder) => path.join(folder, name))
    .find((folder) => fs.existsSync(path.join(folder, "package.json")));
}

function readIfThere(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return "";
    throw error;
  }
}

function digest(parts) {
  const hash = crypto.createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex");
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

module.exports = {
  Failure,
  at,
  digest,
  filesUnder,
  moduleFolders,
  onExit,
  packageFolder,
  readIfThere,
  run,
  say,
};
