import { execFile } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { ClickHouseClient } from "@clickhouse/client";
import { openClient } from "../../app/server/client";
import { select } from "../../app/server/select";
import {
  isMooseReady,
  isTemporalReady,
  redisCommand,
  temporalCommand,
} from "../../scripts/dev-stack/service-commands";
import { findTool } from "../../scripts/dev-stack/tools";
import { attachEmbedded, type EmbeddedClient } from "../../scripts/embedded/attach-embedded";
import { embeddedFolder } from "../../scripts/embedded/embedded-folder";
import { endProcess } from "../support/embedded";
import { type FoundProcess, processesIn } from "../support/processes-in";
import { until } from "../support/until";
import { copyRepository } from "./copy-repository";
import { Services } from "./services";
import { stackEnvironment, stackPorts, type StackPorts } from "./stack-environment";
import { startTerminal, type Terminal } from "./terminal";
import { readWorkflowState, type WorkflowState } from "./workflow-state";

const PROJECT = process.cwd();

/** A Moose project of its own with the real moose-cli, Temporal, Redis and engine, on free ports. */
export class MooseStack {
  private readonly services: Services;

  private constructor(
    readonly folder: string,
    readonly project: string,
    readonly server: EmbeddedClient,
    readonly client: ClickHouseClient,
    private readonly env: NodeJS.ProcessEnv,
    readonly ports: StackPorts,
  ) {
    this.services = new Services(project, env, folder);
  }

  /**
   * Tries twice: on a machine full of tests one of the programs may fail to come up.
   * @param copyProject puts a Moose project into a folder that exists; default: this repository's
   * @param env for Moose, e.g. `DATA_FAKER_REFILL`
   */
  static async start(
    env: Record<string, string>,
    copyProject: (folder: string) => Promise<string> = copyRepository,
  ): Promise<MooseStack> {
    return MooseStack.attempt(env, copyProject).catch((error: Error) => {
      process.stderr.write(`The stack did not come up; once more. ${error.message}\n`);
      return MooseStack.attempt(env, copyProject);
    });
  }

  private static async attempt(
    env: Record<string, string>,
    copyProject: (folder: string) => Promise<string>,
  ): Promise<MooseStack> {
    const folder = await mkdtemp(path.join(tmpdir(), "data-faker-stack-"));
    const project = await copyProject(folder);
    const connection = { user: "panda", password: "pandapass", database: "local" };
    const server = await attachEmbedded({
      folder: embeddedFolder(folder),
      preferredPort: 0,
      ...connection,
      start: true,
    });
    const ports = await stackPorts(server.connection.port);
    const all = { ...stackEnvironment(folder, project, ports), ...env };
    const stack = new MooseStack(folder, project, server, openClient(server.connection), all, ports);
    try {
      stack.services.start("redis", redisCommand("redis-server", ports.redis, folder));
      stack.startTemporal();
      await stack.temporalReady();
      await stack.startMoose();
    } catch (error) {
      const said = stack.services.output();
      await stack.stop();
      throw new Error(`${(error as Error).message}\n${said}`, { cause: error });
    }
    return stack;
  }

  startTemporal(): void {
    const file = path.join(this.folder, "temporal.db");
    this.services.start("temporal", temporalCommand("temporal", this.ports.temporal, file));
  }

  async startMoose(): Promise<void> {
    this.services.start("moose", { command: "moose-cli", args: ["dev", "--no-infra"] });
    const ready = async () => (await this.healthy()) && this.workerPid() !== undefined;
    await until("Moose is ready", ready, 4); // Beside other tests it compiles for minutes.
  }

  /** Starts Moose as in production. */
  async startProduction(): Promise<void> {
    this.services.start("moose", { command: "moose-cli", args: ["prod"] });
    await until("Moose is ready", () => this.healthy());
  }

  private healthy(): Promise<boolean> {
    return isMooseReady("127.0.0.1", this.ports.web);
  }

  private async temporalReady(): Promise<void> {
    const program = findTool("temporal", PROJECT, process.env)!;
    await until("Temporal is ready", () => isTemporalReady(program, this.ports.temporal));
  }

  /** Starts a workflow as a user does. @returns its id */
  async run(workflow: string, input?: object): Promise<string> {
    const { stdout } = await this.exec(
      "moose-cli",
      "workflow",
      "run",
      workflow,
      ...(input === undefined ? [] : ["--input", JSON.stringify(input)]),
    );
    const found = /\/workflows\/([^/\s]+)\/([^/\s]+)/.exec(stdout);
    if (found === null) throw new Error(`moose-cli workflow run: ${stdout}`);
    return found[1]!;
  }

  async cancel(id: string): Promise<void> {
    await this.exec("moose-cli", "workflow", "cancel", id);
  }

  async state(id: string): Promise<WorkflowState> {
    return readWorkflowState(await this.temporal("workflow", "show", "--workflow-id", id));
  }

  /** Waits until a workflow has ended. */
  async end(id: string): Promise<WorkflowState> {
    let state!: WorkflowState;
    await until(`${id} has ended`, async () =>
      /COMPLETED|FAILED|CANCELED|TERMINATED|CONTINUED/.test((state = await this.state(id)).status),
    );
    return state;
  }

  async count(): Promise<{ rows: number; ids: number }> {
    const [found] = await select<{ rows: string; ids: string }>(
      this.client,
      "SELECT count() AS rows, uniqExact(image_id) AS ids FROM images_analytical",
    );
    return { rows: Number(found!.rows), ids: Number(found!.ids) };
  }

  /** A hash of the contents that does not depend on the order. */
  async hash(): Promise<string> {
    const query = "SELECT toString(sum(cityHash64(toString(tuple(*))))) AS hash FROM images_analytical";
    return (await select<{ hash: string }>(this.client, query))[0]!.hash;
  }

  command(query: string): Promise<unknown> {
    return this.client.command({ query, clickhouse_settings: { wait_end_of_query: 1 } });
  }

  readonly terminal = (...flags: string[]) => startTerminal(this.project, this.env, flags);

  /** As `terminal`. @param port where it finds the server */
  terminalAt(port: number, ...flags: string[]): Terminal {
    const env = { ...this.env, MOOSE_CLICKHOUSE_CONFIG__HOST_PORT: String(port) };
    return startTerminal(this.project, env, flags);
  }

  /** Waits until the table holds more rows than that. */
  async moreThan(rows: number): Promise<void> {
    await until(`more than ${rows} rows`, async () => (await this.count()).rows > rows);
  }

  /** Waits until Moose has logged something. */
  async logged(what: RegExp | ((log: string) => boolean)): Promise<void> {
    const found = typeof what === "function" ? what : (log: string) => what.test(log);
    await until(`Moose has logged ${String(what)}`, async () => found(this.mooseLog()));
  }

  /** What Moose has printed so far. */
  mooseOutput(): string {
    return readFileSync(path.join(this.folder, "moose.log"), "utf8");
  }

  private mooseLog(): string {
    const folder = path.join(this.folder, ".moose");
    return readdirSync(folder)
      .filter((name) => name.endsWith(".log"))
      .map((name) => readFileSync(path.join(folder, name), "utf8"))
      .join("\n");
  }

  /** The process that runs the workflows' tasks. */
  workerPid(): number | undefined {
    return this.processes().find(({ command }) => /moose-runner(\.js)?\s+scripts/.test(command))?.pid;
  }

  async kill(service: "moose" | "temporal", signal: NodeJS.Signals): Promise<void> {
    const child = this.services.get(service);
    const ended = child.exitCode !== null || child.signalCode !== null ? undefined : once(child, "close");
    // moose-cli is a script around the program: both are asked for.
    const pids =
      service === "moose"
        ? this.processes()
            .filter(({ command }) => /moose-cli\S*\s+(dev|prod)/.test(command))
            .map(({ pid }) => pid)
        : [child.pid!];
    for (const pid of pids) process.kill(pid, signal);
    await ended;
  }

  async restartTemporal(): Promise<void> {
    this.startTemporal();
    await this.temporalReady();
  }

  /** Runs a program in the project's folder. */
  exec(command: string, ...args: string[]): Promise<{ stdout: string; stderr: string }> {
    return this.execIn(this.project, command, ...args);
  }

  execIn(cwd: string, command: string, ...args: string[]): Promise<{ stdout: string; stderr: string }> {
    return promisify(execFile)(command, args, { cwd, env: this.env, maxBuffer: 1e8 });
  }

  async stop(): Promise<void> {
    await this.services.end();
    // What a killed moose-cli has left.
    for (const { pid } of this.processes()) await endProcess(pid, "SIGKILL");
    await this.client.close();
    await this.server.release();
    await endProcess(this.server.pid);
    await rm(this.folder, { recursive: true, force: true });
  }

  private async temporal(...args: string[]): Promise<string> {
    return (
      await this.exec("temporal", ...args, "--address", `127.0.0.1:${this.ports.temporal}`, "-o", "json")
    ).stdout;
  }

  private readonly processes = (): FoundProcess[] => processesIn(this.project);
}
