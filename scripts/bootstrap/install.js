"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { Failure, at, digest, moduleFolders, packageFolder, readIfThere, run, say } = require("./helpers");

const INSTALL_STAMP = at("node_modules", ".data-faker-installed");

/** A digest of everything that decides which packages belong in node_modules. */
function packagesWanted() {
  const { dependencies, devDependencies, overrides } = JSON.parse(
    fs.readFileSync(at("package.json"), "utf8"),
  );
  return digest([
    JSON.stringify({ dependencies, devDependencies, overrides }),
    readIfThere(at("package-lock.json")),
    readIfThere(at("pnpm-workspace.yaml")),
  ]);
}

/** Packages that were installed by other means are used as they are, if they are the right ones. */
function installed() {
  const wanted = packagesWanted();
  const stamp = readIfThere(INSTALL_STAMP);
  if (stamp === wanted) return true;
  if (stamp !== "" || !packagesMatch()) return false;
  try {
    fs.mkdirSync(path.dirname(INSTALL_STAMP), { recursive: true });
    fs.writeFileSync(INSTALL_STAMP, wanted);
  } catch {
    // Without the stamp they are looked at again at the next start; that works in a folder that is read-only.
  }
  return true;
}

function packagesMatch() {
  // Both managers write their record last: without it, the installation was interrupted.
  const records = [".package-lock.json", ".modules.yaml"];
  if (!moduleFolders().some((folder) => records.some((record) => fs.existsSync(path.join(folder, record)))))
    return false;
  const manifest = JSON.parse(fs.readFileSync(at("package.json"), "utf8"));
  const lock = JSON.parse(readIfThere(at("package-lock.json")) || '{"packages":{}}');
  return Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).every((name) => {
    const folder = packageFolder(name);
    if (folder === undefined) return false;
    const locked = lock.packages[`node_modules/${name}`];
    // Of a workspace, its own lock file decides.
    if (!locked || locked.link || folder !== at("node_modules", name)) return true;
    return JSON.parse(readIfThere(path.join(folder, "package.json"))).version === locked.version;
  });
}

async function install() {
  say("Installing packages (once, about a minute)...");
  fs.mkdirSync(path.dirname(INSTALL_STAMP), { recursive: true });
  fs.writeFileSync(INSTALL_STAMP, "under way");
  const isPnpm = /^pnpm\//.test(process.env.npm_config_user_agent ?? "");
  // None of the packages needs its install script, and this project's own would compile a second time. The
  // lockfile is read and left as it is: npm writes it again unless told not to save. `npm start --silent`
  // must not hide the reason for a failure.
  const args = isPnpm
    ? ["install", "--no-lockfile", "--ignore-scripts", "--prod=false", "--config.confirmModulesPurge=false"]
    : [
        "install",
        "--no-save",
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        "--include=dev",
        "--include=optional",
        "--loglevel=error",
      ];
  const [command, ...before] = packageManager(isPnpm ? "pnpm" : "npm");
  const { code, output } = await run(command, [...before, ...args]);
  if (code !== 0) {
    say(output.trimEnd());
    throw new Failure(
      `Installing the packages failed (${isPnpm ? "pnpm" : "npm"} install, exit code ${code}); its output is above`,
    );
  }
  fs.writeFileSync(INSTALL_STAMP, packagesWanted());
}

/** The package manager that called, as a command. */
function packageManager(name) {
  const file = process.env.npm_execpath ?? "";
  if (!path.basename(file).startsWith(name))
    return process.platform === "win32" ? ["cmd", "/c", name] : [name];
  return /\.[cm]?js$/.test(file) ? [process.execPath, file] : [file];
}

module.exports = { install, installed, packagesWanted };
