import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { freePorts } from "../support/free-ports";
import { sql } from "../support/raw-http";

const PROGRAM = path.resolve(__dirname, "../../scripts/data-faker.js");

/** Somebody with a server and no Moose project: nothing but an empty folder. */
describe("a server without Moose", () => {
  let server: TestEmbedded;
  let folder: string;
  let url: string;
  beforeAll(async () => {
    server = await startTestEmbedded();
    folder = await mkdtemp(path.join(tmpdir(), "no-moose-"));
    const { host, port, user, database } = server.connection;
    url = `http://${user}@${host}:${port}/${database}`;
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  function run(command: string, args: string[], env: Record<string, string>, typed?: string) {
    const { PATH } = process.env;
    const child = spawn(command, args, { cwd: folder, env: { PATH, HOME: folder, ...env } });
    let output = "";
    let asked = false;
    const read = (data: Buffer) => {
      output += data.toString();
      if (typed === undefined || asked || !output.includes("Password of")) return;
      asked = true;
      child.stdin.write(typed);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    return new Promise<{ code: number | null; output: string }>((done, fail) => {
      child.on("error", fail);
      child.on("close", (code) => done({ code, output }));
    });
  }
  const call = (...args: string[]) =>
    run(process.execPath, [PROGRAM, ...args, "--url", url], {
      DATA_FAKER_PASSWORD: server.connection.password,
    });

  it("is filled, looked at and verified from the statements on", async () => {
    const missing = await call("--rows", "3000");
    expect(missing.code).toBe(1);
    expect(missing.output).toContain(
      `has no table local.images_analytical: "data-faker ddl --url ${url}" prints`,
    );

    const ddl = await call("ddl");
    expect(ddl.code).toBe(0);
    const statements = ddl.output.split(/;\n+/).filter(Boolean);
    expect(statements).toHaveLength(3);
    for (const statement of statements) await sql(server.connection, statement);

    expect((await call("--rows", "3000")).output).toContain(
      `For more rows: data-faker --rows 6000 --url ${url}`,
    );
    expect(await call("--count")).toEqual({ code: 0, output: "3000\n" });
    expect((await call("status")).output).toContain("complete");
    expect((await call("verify")).code).toBe(0);
    expect(await call("stop")).toEqual({ code: 0, output: "No run is under way.\n" });
  });

  it("asks for the password on a terminal, and does not show it", async () => {
    const onTerminal = (typed: string) =>
      run(
        "script",
        ["-qec", `"${process.execPath}" "${PROGRAM}" --count --url ${url}`, "/dev/null"],
        {},
        typed,
      );
    const right = await onTerminal(`${server.connection.password}\r`);
    expect(right).toMatchObject({ code: 0, output: expect.stringContaining("3000") });
    expect(right.output).toContain("Password of panda on 127.0.0.1");
    expect(right.output).not.toContain(server.connection.password);
    expect(await onTerminal("wrong\r")).toMatchObject({ code: 1, output: expect.stringContaining("panda") });
    expect((await onTerminal("half\x03")).code).toBe(130);
  });

  it("names the URL where something in it is wrong", async () => {
    const [port] = await freePorts(1);
    const at = (changed: string) =>
      run(process.execPath, [PROGRAM, "--count", "--url", changed], {
        DATA_FAKER_PASSWORD: server.connection.password,
      });
    for (const [changed, way] of [
      [url.replace(/:\d+/, `:${port}`), "start it, or correct the address in --url"],
      [url.replace("panda", "nobody"), "correct the user in --url, or the password"],
      [
        url.replace("http:", "https:"),
        "write https:// where the server speaks TLS on that port, else http://",
      ],
    ] as const) {
      const { code, output } = await at(changed);
      expect([code, output]).toEqual([1, expect.stringMatching(/^[^\n]+\n$/)]);
      expect(output).toContain(`: ${way}\n`);
    }
  });

  it("takes the password from the URL, and never prints it", async () => {
    const { password } = server.connection;
    const withPassword = url.replace("@", `:${password}@`);
    const { code, output } = await run(
      process.execPath,
      [PROGRAM, "--rows", "4000", "--url", withPassword],
      {},
    );
    expect(code).toBe(0);
    expect(output).toContain(`--url ${url}`);
    expect(output).not.toContain(password);
  });

  it("has no project: --embedded and --project do not go with it", async () => {
    for (const flag of [["--embedded"], ["--project", "."]]) {
      const { code, output } = await call(...flag);
      expect([code, output]).toEqual([2, `--url names a server by itself: leave out ${flag[0]}\n`]);
    }
  });
});
