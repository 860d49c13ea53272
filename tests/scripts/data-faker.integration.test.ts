import { spawn, spawnSync } from "node:child_process";
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const PROGRAM = path.resolve(__dirname, "../../scripts/data-faker.js");

describe("the command line, as a process", () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), "door-"))));
  afterAll(() => rmSync(folder, { recursive: true }));

  function call(args: string[], env: Record<string, string> = {}) {
    const own = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^(npm|moose)_/i.test(name)),
    );
    const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
      cwd: folder,
      env: { ...own, ...env },
      encoding: "utf8",
    });
    return { status, stdout, stderr };
  }

  it("prints help and version on standard output", () => {
    expect(call(["--help"])).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^Usage: data-faker /),
      stderr: "",
    });
    expect(call(["--version"])).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      stderr: "",
    });
  });

  it.each([
    [["--rows", "0"], {}, /^--rows: expected/],
    [["100"], { npm_config_rows: "true", npm_lifecycle_event: "start" }, /^npm kept --rows/],
    [["--rows", "5"], {}, /^no moose\.config\.toml in /],
    [["--rows", "5", "--project", "nowhere"], {}, /^--project: "nowhere" is not a folder/],
  ] as [string[], Record<string, string>, RegExp][])(
    "ends with code 2 and one line for %j",
    (args, env, expected) => {
      const { status, stdout, stderr } = call(args, env);
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(expected);
      expect(stderr).toMatch(/^[^\n]+\n$/);
    },
  );

  it("wants --yes before it touches a server elsewhere, and shows no password", () => {
    writeFileSync(
      path.join(folder, "moose.config.toml"),
      '[clickhouse_config]\nhost = "db.example"\npassword = "hunter2"\n',
    );
    for (const args of [["--rows", "5"], ["--count"], ["status"], ["stop"]]) {
      const { status, stdout, stderr } = call(args);
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(/^the server db\.example:18123 \(database local\) .+ add --yes .+\n$/);
      expect(stderr).not.toContain("hunter2");
    }
  });

  it.each([["--help"], ["preview", "--rows=100"]])(
    "does not mind a reader of %s that leaves early",
    async (...flags) => {
      const child = spawn(process.execPath, [PROGRAM, ...flags], { stdio: ["ignore", "pipe", "pipe"] });
      child.stdout.destroy();
      let stderr = "";
      child.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
      const code = await new Promise((resolve) => child.on("close", resolve));
      expect([code, stderr]).toEqual([0, ""]);
    },
  );

  it("says in one line that the embedded server has no folder to write to", () => {
    const unwritable = mkdtempSync(path.join(tmpdir(), "door-unwritable-"));
    writeFileSync(path.join(unwritable, "moose.config.toml"), "");
    chmodSync(unwritable, 0o555);
    // For root every folder is writable.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const args = [PROGRAM, "--embedded", "--rows", "5", "--project", unwritable];
    const { status, stderr } = spawnSync(process.execPath, args, { ...nobody, encoding: "utf8" });
    rmSync(unwritable, { recursive: true });
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^The embedded ClickHouse cannot keep its data in [^\n]+: EACCES: [^\n]+; make the folder writable, [^\n]+\n$/,
    );
  });

  it.each(["cards", "json", "csv"])(
    "says in one line that rows cannot be printed as %s on a full disk",
    (format) => {
      const full = openSync("/dev/full", "w");
      const { status, stderr } = spawnSync(process.execPath, [PROGRAM, "preview", "--format", format], {
        stdio: ["ignore", full, "pipe"],
        encoding: "utf8",
      });
      closeSync(full);
      expect([status, stderr]).toEqual([
        1,
        "Standard output cannot be written: ENOSPC: no space left on device, write\n",
      ]);
    },
  );
});
