#!/usr/bin/env node
"use strict";
/**
 * `node scripts/bootstrap.js dist/scripts/NAME.js [arguments]`: installs the packages and compiles the
 * sources where necessary, then runs the compiled script in this same process, so that signals and exit codes
 * are those of the script. Plain JavaScript without packages, since it runs before any are installed. Its
 * messages go to standard error.
 */
// This file keeps to the syntax of old versions, so that they get as far as this line.
if (Number(process.versions.node.split(".")[0]) < 20) {
  process.stderr.write("data-faker needs Node.js 20 or newer; this is " + process.version + "\n");
  process.exit(1);
}
// Nobody may read what it says; what it does is still wanted.
process.stderr.on("error", function () {});
require("./bootstrap/main")
  .main()
  .catch(function (error) {
    process.stderr.write(lineOf(error) + "\n");
    process.exitCode = 1;
  });

/** What the file system refuses is no bug, and shows no stack. */
function lineOf(error) {
  if (error.isFailure) return error.message;
  if (!(error.syscall && error.path)) return error.stack;
  return "Cannot install and compile here: " + error.message + "; the folder must be writable";
}
