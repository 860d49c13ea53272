import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { HELLO, makeSmallProject, TARGET } from "./small-project";

interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

describe("bootstrap", () => {
  let folder: string;
  const at = (...parts: string[]) => path.join(folder, ...parts);
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", ...args], {
      cwd: folder,
      encoding: "utf8",
    });

  /**
   * Runs a command in the project; `during` gets the process and its output so far whenever there is more.
   */
  function run(
    command: string,
    args: string[],
    env: Record<string, string> = {},
    during?: (kill: (signal: NodeJS.Signals) => void, text: string) => void,
  ): Promise<Result> {
    return new Promise((resolve) => {
      // Without the settings of the npm that runs the tests.
      const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
      const child = spawn(command, args, {
        cwd: folder,
        env: { ...own, ...env },
        stdio: ["ignore", "pipe", "pipe"],
      });
      let out = "";
      let err = "";
      const heard = () => during?.((signal) => child.kill(signal), out + err);
      child.stdout.on("data", (data: Buffer) => ((out += data.toString()), heard()));
      child.stderr.on("data", (data: Buffer) => ((err += data.toString()), heard()));
      child.on("close", (code) => resolve({ code, out, err }));
    });
  }
  const start = (...args: string[]) => run(process.execPath, ["scripts/bootstrap.js", TARGET, ...args]);

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "bootstrap-"));
    makeSmallProject(folder);
    git("init", "-q");
    git("add", "-A");
    git("commit", "-qm", "small");
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("installs, compiles and runs at the first npm start, and leaves the checkout as it was", async () => {
    const { code, out, err } = await run("npm", ["start", "--silent", "--", "--rows", "5 6"]);
    expect([code, out]).toEqual([0, '["--rows","5 6"]\n']);
    expect(err).toContain(
      "Installing packages (once, about a minute)...\nCompiling (once after a change)...\n",
    );
    expect(git("status", "--porcelain")).toBe("");
    expect(existsSync(at("prepared"))).toBe(false);
  });

  it("goes straight to the program after that, and passes arguments and the exit code on", async () => {
    expect(await start()).toEqual({ code: 0, out: "[]\n", err: "" });
    expect(await start("exit", "3")).toEqual({ code: 3, out: '["exit","3"]\n', err: "" });
    expect(await start("--", "a b", "")).toEqual({ code: 0, out: '["--","a b",""]\n', err: "" });
  });

  it("compiles what changed, and not what was only touched", async () => {
    writeFileSync(at("scripts/hello.ts"), HELLO);
    expect((await start()).err).toBe("");
    writeFileSync(at("scripts/hello.ts"), `console.log("changed");\n${HELLO}`);
    expect(await start()).toEqual({
      code: 0,
      out: "changed\n[]\n",
      err: "Compiling (once after a change)...\n",
    });
  });

  it("removes the output of sources that are no more", async () => {
    for (const extension of ["js", "d.ts", "js.map"])
      expect(existsSync(at(`dist/app/one.${extension}`))).toBe(true);
    rmSync(at("app/one.ts"));
    writeFileSync(at("app/two.ts"), "export const two = 2;\n");
    expect((await start()).code).toBe(0);
    for (const extension of ["js", "d.ts", "js.map"])
      expect(existsSync(at(`dist/app/one.${extension}`))).toBe(false);
    expect(existsSync(at("dist/app/two.js"))).toBe(true);
  });

  it("shows the errors of the compiler and nothing else of it, until they are mended", async () => {
    writeFileSync(at("app/two.ts"), "export const two: string = 2;\n");
    for (let time = 0; time < 2; time++) {
      const { code, out, err } = await start();
      expect([code, out]).toEqual([1, ""]);
      expect(err).toMatch(
        /^Compiling .+\napp\/two\.ts\(1,14\): error TS2322: .+\nThe sources do not compile; the errors are above\n$/,
      );
    }
    writeFileSync(at("app/two.ts"), "export const two = 2;\n");
    expect((await start()).code).toBe(0);
  });

  it("hands a signal to the program once", async () => {
    let sent = false;
    const result = await run(process.execPath, ["scripts/bootstrap.js", TARGET, "wait"], {}, (kill, text) => {
      if (!sent && text.includes("wait")) kill("SIGINT");
      sent ||= text.includes("wait");
    });
    expect(result.code).toBe(7);
    expect(result.out).toMatch(/\["wait"\]\nsignals 1\n$/);
  });

  it("lets two that start at once prepare only once", async () => {
    writeFileSync(at("app/two.ts"), "export const two = 22;\n");
    const dawdling = () => run(process.execPath, ["scripts/bootstrap.js", TARGET], { DAWDLE: "500" });
    const results = await Promise.all([dawdling(), dawdling(), dawdling()]);
    for (const { code, out } of results) expect([code, out]).toEqual([0, "changed\n[]\n"]);
    expect(
      results
        .map(({ err }) => err)
        .join("")
        .match(/Compiling/g),
    ).toHaveLength(1);
    expect(existsSync(at(".data-faker/bootstrap.lock"))).toBe(false);
  });

  it("takes over the lock of a process that is no more", async () => {
    writeFileSync(at("app/two.ts"), "export const two = 222;\n");
    const gone = spawn(process.execPath, ["-e", ""]);
    await new Promise((resolve) => gone.on("close", resolve));
    writeFileSync(at(".data-faker/bootstrap.lock"), String(gone.pid));
    expect((await start()).code).toBe(0);
  });

  it.each([
    ["SIGTERM", 143],
    ["SIGINT", 130],
  ] as const)("ends at %s while it compiles, and the next start compiles", async (signal, code) => {
    writeFileSync(at("app/two.ts"), `export const two = "${signal}";\n`);
    const ended = await run(
      process.execPath,
      ["scripts/bootstrap.js", TARGET],
      { DAWDLE: "20000" },
      (kill, text) => {
        if (text.includes("Compiling")) setTimeout(() => kill(signal), 100);
      },
    );
    expect(ended).toEqual({ code, out: "", err: "Compiling (once after a change)...\n" });
    expect(existsSync(at(".data-faker/bootstrap.lock"))).toBe(false);
    expect((await start()).err).toBe("Compiling (once after a change)...\n");
  });

  it("installs again when the lockfile changed or an installation was cut short, with the output of a failure", async () => {
    writeFileSync(
      at("package-lock.json"),
      readFileSync(at("package-lock.json"), "utf8").replace('"1.0.0"', '"1.0.1"'),
    );
    expect((await run("npm", ["start", "--silent"])).err).toContain("Installing packages");
    writeFileSync(at("node_modules/.data-faker-installed"), "under way");
    expect((await run("npm", ["start", "--silent"])).err).toContain("Installing packages");
    writeFileSync(
      at("package.json"),
      readFileSync(at("package.json"), "utf8").replace("file:./packages/ts-patch", "not a version!"),
    );
    const { code, err } = await run("npm", ["start", "--silent"]);
    expect(code).toBe(1);
    expect(err).toMatch(
      /Installing packages.+\n(.*\n)*.*not a version!.*\n(.*\n)*Installing the packages failed \(npm install, exit code \d+\)/,
    );
    git("checkout", "-q", "package.json", "package-lock.json");
    expect((await run("npm", ["start", "--silent"])).code).toBe(0);
  });

  it("takes packages that somebody else installed, if they are the right ones", async () => {
    rmSync(at("node_modules/.data-faker-installed"));
    expect((await start()).err).toBe("");
    expect(existsSync(at("node_modules/.data-faker-installed"))).toBe(true);
  });

  it("says so where there is no such program", async () => {
    const missing = await run(process.execPath, ["scripts/bootstrap.js", "dist/scripts/none.js"]);
    expect(missing).toEqual({
      code: 1,
      out: "",
      err: "dist/scripts/none.js does not exist: no source of this name was compiled\n",
    });
    expect((await run(process.execPath, ["scripts/bootstrap.js"])).err).toMatch(/^usage: /);
  });
});
