import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { attachEmbedded, type EmbeddedClient } from "../../../scripts/embedded/attach-embedded";
import { readAddress } from "../../../scripts/embedded/address-file";
import { endProcess } from "../../support/embedded";
import { sql } from "../../support/raw-http";

const ATTACH = join(__dirname, "../../../scripts/embedded/attach-embedded.js");

describe("the embedded server's life", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "data-faker-test-"));
  });
  afterEach(async () => {
    const left = readAddress(folder);
    if (left !== undefined) await endProcess(left.pid, "SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });

  const options = () => ({
    folder,
    preferredPort: 0,
    user: "panda",
    password: "pandapass",
    database: "local",
  });
  const attach = (): Promise<EmbeddedClient> => attachEmbedded({ ...options(), start: true });

  /** A process of its own that attaches, prints its server's process id, and then does what `rest` says. */
  async function clientProcess(
    rest: string,
  ): Promise<{ child: ChildProcess; serverPid: number; ended: Promise<unknown> }> {
    const code = `require(${JSON.stringify(ATTACH)}).attachEmbedded(${JSON.stringify({ ...options(), start: true })}).then((c) => { process.stdout.write(String(c.pid)); ${rest} })`;
    const child = spawn(process.execPath, ["-e", code], { stdio: ["ignore", "pipe", "inherit"] });
    const ended = new Promise((done) => child.on("exit", done));
    const line = await new Promise<string>((done) =>
      child.stdout.once("data", (data: Buffer) => done(data.toString())),
    );
    return { child, serverPid: Number(line), ended };
  }

  const isAlive = (pid: number): boolean => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  async function gone(pid: number): Promise<void> {
    while (isAlive(pid)) await new Promise((done) => setTimeout(done, 20));
  }

  it("is one process, however many attach at the same instant, and ends after the last", async () => {
    const clients = await Promise.all([attach(), attach(), attach()]);
    const pids = new Set(clients.map((client) => client.pid));
    expect(pids.size).toBe(1);
    expect(clients.filter((client) => client.started).length).toBeLessThanOrEqual(1);
    const processes = await Promise.all([
      clientProcess("setInterval(() => {}, 1000)"),
      clientProcess("setInterval(() => {}, 1000)"),
    ]);
    expect(processes.map(({ serverPid }) => serverPid)).toEqual([clients[0].pid, clients[0].pid]);
    for (const client of clients) await client.release();
    await new Promise((done) => setTimeout(done, 3_000));
    expect(isAlive(clients[0].pid)).toBe(true);
    for (const { child } of processes) child.kill("SIGKILL");
    await gone(clients[0].pid);
    expect(existsSync(join(folder, "address.json"))).toBe(false);
  });

  it("does not keep a client's process alive, and outlives it for the others", async () => {
    const first = await clientProcess("");
    const mine = await attach();
    expect([mine.pid, mine.started]).toEqual([first.serverPid, false]);
    await first.ended;
    expect(await sql(mine.connection, "SELECT 1")).toBe("1");
    await mine.release();
    await gone(mine.pid);
  });

  it("starts nothing where it is not asked to", async () => {
    expect(await attachEmbedded({ ...options(), start: false })).toBeUndefined();
    const client = await attach();
    const again = await attachEmbedded({ ...options(), start: false });
    expect(again?.pid).toBe(client.pid);
    await again?.release();
    await client.release();
  });

  it("replaces one that was killed, whatever its address file says, and keeps its rows", async () => {
    const first = await attach();
    await sql(first.connection, "CREATE TABLE t (id UInt32) ENGINE = MergeTree ORDER BY id");
    await sql(first.connection, "INSERT INTO t VALUES (1), (2)");
    const stale = readFileSync(join(folder, "address.json"), "utf8");
    await endProcess(first.pid, "SIGKILL");
    // A process id that lives, but is not the server's, and a port where nobody or somebody else listens.
    writeFileSync(
      join(folder, "address.json"),
      stale.replace(`"pid": ${first.pid}`, `"pid": ${process.pid}`),
    );
    const second = await attach();
    expect(second.started).toBe(true);
    expect(await sql(second.connection, "SELECT sum(id) FROM t")).toBe("3");
    await endProcess(second.pid, "SIGKILL");
    writeFileSync(join(folder, "address.json"), "{ not whole");
    const third = await attach();
    expect(await sql(third.connection, "SELECT sum(id) FROM t")).toBe("3");
    await third.release();
  });

  it("takes the preferred port if it is free, else another", async () => {
    const client = await attach();
    const other = await mkdtemp(join(tmpdir(), "data-faker-test-"));
    const second = await attachEmbedded({
      ...options(),
      folder: other,
      preferredPort: client.connection.port,
      start: true,
    });
    expect(second.connection.port).not.toBe(client.connection.port);
    const { port } = second.connection;
    await second.release();
    await endProcess(second.pid);
    const third = await attachEmbedded({ ...options(), folder: other, preferredPort: port, start: true });
    expect(third.connection.port).toBe(port);
    await third.release();
    await endProcess(third.pid);
    await rm(other, { recursive: true });
    await client.release();
  });

  it("refuses a second engine on the folder, and other credentials", async () => {
    const client = await attach();
    await expect(attachEmbedded({ ...options(), password: "other", start: true })).rejects.toMatchObject({
      code: "embedded-credentials",
      exitCode: 1,
    });
    const second = spawn(process.execPath, [join(__dirname, "../../../scripts/embedded/main.js")], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    second.stdin.end(JSON.stringify({ ...options(), port: 0 }));
    let said = "";
    second.stdout.on("data", (data: Buffer) => (said += data.toString()));
    expect(await new Promise((done) => second.on("close", done))).toBe(3);
    expect(said).toMatch(/Another process \(\d+\) has the embedded ClickHouse in .* open/);
    expect(await sql(client.connection, "SELECT 1")).toBe("1");
    await client.release();
  });

  it("works in a folder with spaces, quotes and signs", async () => {
    const odd = join(folder, "it's {a,b} * ? ü");
    const client = await attachEmbedded({ ...options(), folder: odd, start: true });
    await sql(client.connection, "CREATE TABLE t (id UInt32) ENGINE = MergeTree ORDER BY id");
    await sql(client.connection, "INSERT INTO t FORMAT TSV\n1\n2\n");
    expect(await sql(client.connection, "SELECT sum(id) FROM t")).toBe("3");
    expect(await sql(client.connection, "SELECT repeat('x', 1000) FROM numbers(50000)")).toHaveLength(
      50_000 * 1_001 - 1,
    );
    await client.release();
    await endProcess(client.pid);
  });
});
