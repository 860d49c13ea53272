import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync } from "node:fs";
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { commandsOf, pageOf } from "../docs/pages";
import { endProcess } from "../support/embedded";
import { freePorts } from "../support/free-ports";
import { processesIn } from "../support/processes-in";
import { until } from "../support/until";
import { copyRepository } from "./copy-repository";
import { describeWithStack } from "./describe-with-stack";
import { stackEnvironment, type StackPorts } from "./stack-environment";

const SCRIPT = path.resolve("dist/scripts/data-faker.js");

const SECOND_TABLE = `
import { OlapTable } from "@514labs/moose-lib";
export const second = new OlapTable<{ id: number }>("second_table", { orderByFields: ["id"] });
`;

describe("npm run dev:moose", () => {
  let folder: string;
  let project: string;
  let ports: StackPorts;
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    folder = await realpath(await mkdtemp(path.join(tmpdir(), "data-faker-dev-")));
    project = await copyRepository(folder);
    const [clickhouse, redis, temporal, web, management, proxy] = (await freePorts(6)) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    ports = { clickhouse, redis, temporal, web, management, proxy };
    env = { ...stackEnvironment(folder, project, ports), DATA_FAKER_REFILL: "off" };
  });
  afterAll(async () => {
    for (const { pid } of processesIn(folder)) await endProcess(pid, "SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });

  /** In a process group of its own, as a terminal's foreground job is. */
  function start(...flags: string[]): {
    child: ChildProcess;
    out: () => string;
    end: Promise<number | null>;
  } {
    const child = spawn(process.execPath, [SCRIPT, "dev", ...flags], {
      cwd: project,
      env,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let out = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (out += chunk));
    return { child, out: () => out, end: once(child, "close").then(([code]) => code as number | null) };
  }

  it("names a port that is taken, and whose it is, and leaves nothing behind", async () => {
    const holder = createServer().listen(ports.redis, "127.0.0.1");
    await once(holder, "listening");
    const { out, end } = start("--infra", "embedded");
    const code = await end;
    holder.close();
    expect(code).toBe(1);
    expect(out()).toContain(
      "Infrastructure: embedded (the embedded ClickHouse, redis-server and Temporal's dev server), as --infra embedded says\n",
    );
    expect(out()).toContain(`\nport ${ports.redis} (Redis) is taken: `);
    expect(out()).toContain(" choose another port with MOOSE_REDIS_CONFIG__URL, ");
    expect(processesIn(project)).toEqual([]);
  });

  it("names the services that --infra none misses", async () => {
    const { out, end } = start("--infra", "none");
    expect(await end).toBe(1);
    expect(out()).toContain(
      `nothing answers for ClickHouse (127.0.0.1:${ports.clickhouse}), Redis (127.0.0.1:${ports.redis}), Temporal (127.0.0.1:${ports.temporal}): `,
    );
    expect(processesIn(project)).toEqual([]);
  });

  it.each([
    [
      ["--infra", "podman"],
      /^--infra: expected docker or dockerless or embedded or none, received "podman"\n$/,
    ],
    [["now"], /^"now" is not the value of any flag/],
  ])("refuses %j", async (flags, message) => {
    const { out, end } = start(...flags);
    expect(await end).toBe(2);
    expect(out()).toMatch(message);
  });

  describeWithStack("on the embedded services", () => {
    const run = (command: string, ...args: string[]) =>
      promisify(execFile)(command, args, { cwd: project, env });
    const count = async () => {
      const url = `http://127.0.0.1:${ports.clickhouse}/?database=local&query=SELECT+count()+FROM+images_analytical`;
      return Number(
        await (
          await fetch(url, {
            headers: { Authorization: `Basic ${Buffer.from("panda:pandapass").toString("base64")}` },
          })
        ).text(),
      );
    };
    async function startReady() {
      const stack = start("--infra", "embedded");
      await Promise.race([
        until("the stack is up", async () => stack.out().includes("The stack is up")),
        stack.end.then((code) => Promise.reject(new Error(`exit code ${code}: ${stack.out()}`))),
      ]);
      return stack;
    }

    it("runs the page's commands after README's, ends with all it started at Ctrl+C, goes on with the same state, and ends when a service does", async () => {
      const type = async (command: string) => (await run("bash", "-c", command)).stdout;
      for (const command of commandsOf(pageOf("README.md")))
        if (command.endsWith(" --embedded")) await type(command);
      const page = commandsOf(pageOf("docs/dev-stack.md"));
      expect(page).toContain("npm run dev:moose -- --infra embedded");
      const first = await startReady();
      const start = page.find((command) => command.includes("workflow run"))!;
      expect(await type(start)).toContain("'fake-images' started successfully.");
      const rows = Number(/"rows": (\d+)/.exec(start)![1]);
      await until(`${rows} rows`, async () => (await count()) === rows);
      expect(await type(page.find((command) => command.endsWith(" --count"))!)).toContain(`\n${rows}\n`);
      expect(pageOf("docs/dev-stack.md").text).toContain(`prints \`${rows}\``);
      const running = processesIn(project)
        .map(({ command }) => command)
        .join("\n");
      for (const part of ["redis-server", "temporal", "moose-cli", "moose-runner", "embedded/main.js"])
        expect(running).toContain(part);
      // Moose lists the sources of its folder that the index does not load.
      expect(first.out()).not.toMatch(/Unloaded|weren't loaded/);
      // `workflow run` has compiled and removed what Moose's watcher compiles with.
      appendFileSync(path.join(project, "moose/index.ts"), SECOND_TABLE);
      await until("the edited source is loaded", async () => first.out().includes("second_table"));
      process.kill(-first.child.pid!, "SIGINT");
      expect(await first.end).toBe(0);
      // The embedded server is that of README's commands: it ends by itself after its last client.
      await until("nothing is left", async () => processesIn(project).length === 0);
      expect(existsSync(path.join(project, "tsconfig.moose-build.json"))).toBe(false);

      const second = await startReady();
      expect(second.out()).not.toContain("+ Table");
      expect(await count()).toBe(rows);
      const { stdout } = await run(
        "temporal",
        "workflow",
        "list",
        "--address",
        `127.0.0.1:${ports.temporal}`,
        "-o",
        "json",
      );
      expect(stdout).toContain("fake-images-");
      const { pid } = processesIn(project).find(({ command }) => command.includes("embedded/main.js"))!;
      process.kill(pid, "SIGKILL");
      expect(await second.end).toBe(1);
      expect(second.out()).toContain(`The embedded ClickHouse (process ${pid}) has ended`);
      expect(processesIn(project)).toEqual([]);
    });
  });
});
