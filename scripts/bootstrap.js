#!/usr/bin/env node
"use strict";
/**
 * `node scripts/bootstrap.js dist/scripts/NAME.js [arguments]`: installs the packages and compiles the sources where
 * that is due, then runs the compiled script in this same process, so that signals and exit codes are its own. Plain
 * JavaScript without packages, since it runs before there are any. What it has to say goes to standard error.
 */
const major = Number(process.versions.node.split(".")[0]);
if (major < 20) {
  process.stderr.write(`data-faker needs Node.js 20 or newer; this is ${process.version}\n`);
  process.exit(1);
}

const { spawn } = require("node:child_process");
const crypto = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

const ROOT = path.resolve(__dirname, "..");
const SOURCES = ["app", "datamodels", "scripts", "tests"];
const at = (...parts) => path.join(ROOT, ...parts);

/** One line is all that the user sees; the rest is for bugs. */
class Failure extends Error {}

async function main() {
  const target = process.argv[2];
  if (!target) throw new Failure("usage: node scripts/bootstrap.js dist/scripts/NAME.js [arguments]");
  if (!ready()) await withLock(prepare);
  const script = at(target);
  if (!fs.existsSync(script)) throw new Failure(`${target} does not exist: no source of this name was compiled`);
  process.argv.splice(1, 2, script);
  require("node:module").runMain();
}

function ready() {
  return installed() && compiled();
}

async function prepare() {
  if (!installed()) await install();
  if (!compiled()) await compile();
}

// --- installing ------------------------------------------------------------------------------------------------------

const INSTALL_STAMP = at("node_modules", ".data-faker-installed");

/** A digest of all that decides which packages belong in node_modules. */
function packagesWanted() {
  const { dependencies, devDependencies, overrides, pnpm } = JSON.parse(fs.readFileSync(at("package.json"), "utf8"));
  return digest([JSON.stringify({ dependencies, devDependencies, overrides, pnpm }), readIfThere(at("package-lock.json"))]);
}

/** Packages that somebody else installed are taken as they are, if they are the right ones. */
function installed() {
  const wanted = packagesWanted();
  const stamp = readIfThere(INSTALL_STAMP);
  if (stamp === wanted) return true;
  if (stamp !== "" || !packagesMatch()) return false;
  fs.writeFileSync(INSTALL_STAMP, wanted);
  return true;
}

function packagesMatch() {
  const manifest = JSON.parse(fs.readFileSync(at("package.json"), "utf8"));
  const lock = JSON.parse(readIfThere(at("package-lock.json")) || '{"packages":{}}');
  return Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).every((name) => {
    const found = readIfThere(at("node_modules", name, "package.json"));
    const locked = lock.packages[`node_modules/${name}`];
    return found !== "" && (!locked || locked.link || JSON.parse(found).version === locked.version);
  });
}

async function install() {
  say("Installing packages (once, about a minute)...");
  const isPnpm = /^pnpm\//.test(process.env.npm_config_user_agent ?? "");
  // None of the packages needs its install script, and this project's own would compile a second time.
  // The lockfile is read and left as it is: npm writes it again unless told not to save.
  const args = isPnpm
    ? ["install", "--no-lockfile", "--ignore-scripts", "--prod=false", "--config.confirmModulesPurge=false"]
    : ["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--include=dev", "--include=optional"];
  const [command, ...before] = packageManager(isPnpm ? "pnpm" : "npm");
  const { code, output } = await run(command, [...before, ...args]);
  if (code !== 0) {
    say(output.trimEnd());
    throw new Failure(`Installing the packages failed (${isPnpm ? "pnpm" : "npm"} install, exit code ${code}); its output is above`);
  }
  fs.writeFileSync(INSTALL_STAMP, packagesWanted());
}

/** The package manager that called, as a command. */
function packageManager(name) {
  const file = process.env.npm_execpath ?? "";
  if (!path.basename(file).startsWith(name)) return process.platform === "win32" ? ["cmd", "/c", name] : [name];
  return /\.[cm]?js$/.test(file) ? [process.execPath, file] : [file];
}

// --- compiling -------------------------------------------------------------------------------------------------------

const BUILD_STAMP = at("dist", ".compiled-from");

function sources() {
  return SOURCES.flatMap((folder) => filesUnder(at(folder))).filter((file) => file.endsWith(".ts"));
}

function sourcesDigest() {
  const parts = [readIfThere(at("tsconfig.json")), packagesWanted()];
  for (const file of sources()) parts.push(path.relative(ROOT, file), fs.readFileSync(file));
  return digest(parts);
}

function compiled() {
  return readIfThere(BUILD_STAMP) === sourcesDigest();
}

async function compile() {
  say("Compiling (once after a change)...");
  fs.rmSync(BUILD_STAMP, { force: true });
  const before = sourcesDigest();
  const { code, output } = await run(process.execPath, [at("node_modules", "ts-patch", "bin", "tspc.js"), "-p", "tsconfig.json"]);
  if (code !== 0) {
    const errors = compilerErrors(output);
    say(errors || output.trimEnd());
    throw new Failure("The sources do not compile; the errors are above");
  }
  removeStaleOutput();
  fs.writeFileSync(BUILD_STAMP, before);
}

/** Moose's compiler plugin reports every file on standard output; errors and their indented details are kept. */
function compilerErrors(output) {
  let inError = false;
  return output
    .split("\n")
    .filter((line) => {
      inError = /error TS\d+/.test(line) || (inError && /^\s+\S/.test(line));
      return inError;
    })
    .join("\n");
}

/** Output of sources that are no more would still be found by the tests. */
function removeStaleOutput() {
  const kept = new Set(sources().map((file) => path.relative(ROOT, file).replace(/\.ts$/, "")));
  for (const folder of SOURCES) {
    for (const file of filesUnder(at("dist", folder))) {
      const source = path.relative(at("dist"), file).replace(/\.(d\.ts|js|d\.ts\.map|js\.map)$/, "");
      if (!kept.has(source)) fs.rmSync(file, { force: true });
    }
  }
}

// --- one at a time ---------------------------------------------------------------------------------------------------

const LOCK = at(".data-faker", "bootstrap.lock");
let lockHeld = false;

/** Runs `work` while no other process does; whoever waits finds it done. */
async function withLock(work) {
  fs.mkdirSync(path.dirname(LOCK), { recursive: true });
  let waited = false;
  while (!takeLock()) {
    if (!waited) say("Another process installs or compiles here; waiting for it...");
    waited = true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  try {
    await work();
  } finally {
    releaseLock();
  }
}

function takeLock() {
  try {
    // A link appears with its content, so that no one reads a lock without an owner.
    const own = `${LOCK}.${process.pid}`;
    fs.writeFileSync(own, String(process.pid));
    try {
      fs.linkSync(own, LOCK);
    } finally {
      fs.rmSync(own, { force: true });
    }
    return (lockHeld = true);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  const owner = Number(readIfThere(LOCK));
  if (owner > 0 && !isAlive(owner) && Number(readIfThere(LOCK)) === owner) fs.rmSync(LOCK, { force: true });
  return false;
}

function releaseLock() {
  if (lockHeld) fs.rmSync(LOCK, { force: true });
  lockHeld = false;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

// --- helpers ---------------------------------------------------------------------------------------------------------

/** Runs a command to its end; SIGINT and SIGTERM end it and then this process. */
function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
    const output = [];
    const stops = [["SIGINT", 130], ["SIGTERM", 143]].map(([signal, code]) => {
      const stop = () => {
        child.kill("SIGTERM");
        releaseLock();
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

main().catch((error) => {
  say(error instanceof Failure ? error.message : error.stack);
  process.exitCode = 1;
});
