"use strict";
const fs = require("node:fs");
const { compile, compiled } = require("./compile");
const { Failure, at } = require("./helpers");
const { install, installed } = require("./install");
const { withLock } = require("./lock");

/** Installs and compiles where necessary, then runs the script that the command line names. */
async function main() {
  const target = process.argv[2];
  if (!target) throw new Failure("usage: node scripts/bootstrap.js dist/scripts/NAME.js [arguments]");
  if (!(installed() && compiled())) {
    await withLock(async () => {
      if (!installed()) await install();
      if (!compiled()) await compile();
    });
  }
  const script = at(target);
  if (!fs.existsSync(script))
    throw new Failure(`${target} does not exist: no source of this name was compiled`);
  process.argv.splice(1, 2, script);
  require("node:module").runMain();
}

module.exports = { main };
