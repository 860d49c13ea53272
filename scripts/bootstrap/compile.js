"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { Failure, at, digest, filesUnder, packageFolder, readIfThere, run, say } = require("./helpers");
const { packagesWanted } = require("./install");

const SOURCES = ["app", "datamodels", "moose", "scripts", "tests"];
const BUILD_STAMP = at("dist", ".compiled-from");

function sources() {
  return SOURCES.flatMap((folder) => filesUnder(at(folder))).filter((file) => file.endsWith(".ts"));
}

function sourcesDigest() {
  const parts = [readIfThere(at("tsconfig.json")), packagesWanted()];
  for (const file of sources()) parts.push(path.relative(at(), file), fs.readFileSync(file));
  return digest(parts);
}

function compiled() {
  return readIfThere(BUILD_STAMP) === sourcesDigest();
}

/** A plugin of tsconfig.json, which names it by its path: a package does not export it. */
const PLUGIN = "@514labs/moose-lib";

function linkPlugin() {
  const [found, own] = [packageFolder(PLUGIN), at("node_modules", PLUGIN)];
  if (found === undefined || found === own) return;
  fs.mkdirSync(path.dirname(own), { recursive: true });
  fs.rmSync(own, { force: true });
  fs.symlinkSync(found, own, "junction");
}

async function compile() {
  const compiler = packageFolder("ts-patch");
  if (compiler === undefined) throw new Failure("The compiler is not installed: run npm install here");
  if (path.sep === "/" && at().includes("\\"))
    throw new Failure(`The compiler cannot read a path with a backslash: move or rename ${at()}`);
  say("Compiling (once after a change)...");
  linkPlugin();
  fs.rmSync(BUILD_STAMP, { force: true });
  const before = sourcesDigest();
  const { code, output } = await run(process.execPath, [
    path.join(compiler, "bin", "tspc.js"),
    "-p",
    "tsconfig.json",
  ]);
  if (code !== 0) {
    const errors = compilerErrors(output);
    say(errors || output.trimEnd());
    throw new Failure("The sources do not compile; the errors are above");
  }
  removeStaleOutput();
  await store();
  fs.writeFileSync(BUILD_STAMP, before);
}

const TABLES = "./dist/app/domains/images/captions/stored-tables.js";

/** What threads would have to make each time. Where that fails, they do, and tell what is wrong. */
async function store() {
  await run(process.execPath, ["-e", `require("${TABLES}").storeTables()`]);
}

/**
 * Moose's compiler plugin reports every file on standard output; errors and their indented details are kept.
 */
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

/** The tests would still find the output of deleted sources. */
function removeStaleOutput() {
  const kept = new Set(sources().map((file) => path.relative(at(), file).replace(/\.ts$/, "")));
  for (const folder of SOURCES) {
    for (const file of filesUnder(at("dist", folder))) {
      const source = path.relative(at("dist"), file).replace(/\.(d\.ts|js|d\.ts\.map|js\.map)$/, "");
      if (!kept.has(source)) fs.rmSync(file, { force: true });
    }
  }
}

module.exports = { compile, compiled };
