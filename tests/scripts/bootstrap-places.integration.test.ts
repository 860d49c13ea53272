import { type SpawnSyncOptions, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { makeSmallProject, TARGET } from "./small-project";

const COMPILING = "Compiling (once after a change)...\n";

describe("bootstrap, by the folder that it is in", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), "bootstrap-places-"));
    chmodSync(root, 0o755);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  /** A small project below the root, whose packages are installed in `modules`. */
  function project(folder: string, modules: string): string {
    const made = path.join(root, folder);
    makeSmallProject(made);
    mkdirSync(path.join(modules, "@514labs/moose-lib"), { recursive: true });
    writeFileSync(path.join(modules, "@514labs/moose-lib/package.json"), "{}");
    writeFileSync(path.join(modules, ".package-lock.json"), "{}");
    symlinkSync(path.join(made, "packages/ts-patch"), path.join(modules, "ts-patch"));
    return made;
  }

  function start(cwd: string, options: SpawnSyncOptions = {}) {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/bootstrap.js", TARGET], {
      cwd,
      env: { PATH: process.env.PATH },
      ...options,
      encoding: "utf8",
    });
    return { code: status, out: stdout, err: stderr };
  }

  it("finds the packages of a workspace's member in the root's folder, and installs none", () => {
    writeFileSync(path.join(root, "package.json"), '{ "workspaces": ["packages/*"] }');
    const member = project("packages/small", path.join(root, "node_modules"));
    expect(start(member)).toEqual({ code: 0, out: "[]\n", err: COMPILING });
    // The compiler's plugin is named by its path.
    expect(existsSync(path.join(member, "node_modules/@514labs/moose-lib/package.json"))).toBe(true);
    expect(start(member)).toEqual({ code: 0, out: "[]\n", err: "" });
  });

  it("says in one line that the compiler does not take a path with a backslash", () => {
    const folder = project("a\\b", path.join(root, "a\\b/node_modules"));
    expect(start(folder)).toEqual({
      code: 1,
      out: "",
      err: `The compiler cannot read a path with a backslash: move or rename ${folder}\n`,
    });
  });

  it("says in one line that it cannot write, and runs there what is compiled", () => {
    const folder = project("small", path.join(root, "small/node_modules"));
    // For root every folder is writable.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    chmodSync(folder, 0o555);
    expect(start(folder, nobody)).toEqual({
      code: 1,
      out: "",
      err: expect.stringMatching(
        /^Cannot install and compile here: EACCES: [^\n]+; the folder must be writable\n$/,
      ),
    });
    chmodSync(folder, 0o755);
    expect(start(folder)).toMatchObject({ code: 0, err: COMPILING });
    rmSync(path.join(folder, "node_modules/.data-faker-installed"));
    for (const name of ["", "node_modules"]) chmodSync(path.join(folder, name), 0o555);
    expect(start(folder, nobody)).toEqual({ code: 0, out: "[]\n", err: "" });
    for (const name of ["", "node_modules"]) chmodSync(path.join(folder, name), 0o755);
  });
});
