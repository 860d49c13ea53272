import { mkdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { EnvironmentFailure } from "../../app/errors";
import { attachEmbedded, type EmbeddedClient } from "../embedded/attach-embedded";
import { embeddedFolder } from "../embedded/embedded-folder";
import { isAlive } from "../embedded/process-life";
import { CompileConfig } from "./compile-config";
import type { Infra } from "./infra";
import { requireAnswering, requireFree, isAnswering } from "./port-state";
import { Service, type ServiceCommand } from "./service";
import { isMooseReady, isTemporalReady, redisCommand, temporalCommand } from "./service-commands";
import { requireLocalServices, type StackAddresses } from "./stack-addresses";
import { getTools } from "./tools";

export interface StackOptions {
  readonly addresses: StackAddresses;
  readonly infra: Infra;
  /** For Moose and what it starts. */
  readonly env: NodeJS.ProcessEnv;
  /** Ends a start under way, and `over()`. */
  readonly signal: AbortSignal;
  /** Takes one line. */
  readonly say: (line: string) => void;
}

const LOOK_MILLISECONDS = 200;
const ENGINE_LOOK_MILLISECONDS = 1_000;
/** The embedded engine ends two seconds after its last client. */
const ENGINE_MILLISECONDS = 6_000;

/**
 * Moose in development and, with the embedded services, everything that it needs. `stop()` it in the end,
 * whatever happened.
 */
export class DevStack {
  private services: Service[] = [];
  private engine: EmbeddedClient | undefined;
  private engineWatch: NodeJS.Timeout | undefined;
  private compileConfig: CompileConfig | undefined;
  private readonly folder: string;
  private breakWith!: (reason: unknown) => void;
  /** Rejects with what ends the stack. */
  private readonly broken = new Promise<never>((_, reject) => (this.breakWith = reject));

  constructor(private readonly options: StackOptions) {
    this.folder = path.join(options.addresses.directory, ".data-faker");
    this.broken.catch(() => undefined);
    options.signal.addEventListener("abort", () => this.breakWith(options.signal.reason));
  }

  /**
   * Resolves once Moose is ready.
   * @throws EnvironmentFailure `port-taken`, `service-missing`, `service-ended`, and as `getTools` and
   * `attachEmbedded`; Refusal `service-not-local`; the signal's reason
   */
  async start(): Promise<void> {
    const { addresses, infra } = this.options;
    const { clickhouse, redis, temporal, moose, others } = addresses;
    if (infra === "embedded") {
      await this.startEmbedded();
    } else {
      await requireFree([moose, ...others]);
      if (infra === "none") await requireAnswering([clickhouse, redis, temporal]);
      this.startMoose(infra === "docker" ? [] : [infra === "none" ? "--no-infra" : "--dockerless"]);
    }
    await this.until(() => isMooseReady(moose.host, moose.port));
  }

  /**
   * Never resolves. @throws EnvironmentFailure `service-ended` when one ends by itself; the signal's reason
   */
  over(): Promise<never> {
    return this.broken;
  }

  /** Ends what was started, Moose before what it uses, and waits until it is gone. */
  async stop(): Promise<void> {
    const [moose, rest] = [
      this.services.filter(({ name }) => name === "Moose"),
      this.services.filter(({ name }) => name !== "Moose"),
    ];
    // A SIGTERM would end moose-cli's wrapper and leave moose-cli.
    for (const service of moose) await service.stop("SIGINT");
    this.compileConfig?.remove();
    await Promise.all([...rest.map((service) => service.stop("SIGTERM")), this.releaseEngine()]);
    this.services = [];
  }

  /** Ends at once what `stop()` has not ended yet. */
  kill(): void {
    for (const service of this.services) service.kill("SIGKILL");
    this.compileConfig?.remove();
  }

  private async startEmbedded(): Promise<void> {
    const { addresses, env, signal, say } = this.options;
    const { directory, connection, clickhouse, redis, temporal, moose, others } = addresses;
    requireLocalServices(addresses);
    const { user, password, database, port } = connection;
    const engine = { folder: embeddedFolder(directory), preferredPort: port, user, password, database };
    this.engine = await attachEmbedded({ ...engine, start: false });
    await requireFree([
      ...(this.engine === undefined ? [clickhouse] : []),
      redis,
      temporal,
      moose,
      ...others,
    ]);
    const tools = await getTools({ projectDirectory: directory, env, signal, say });
    this.engine ??= await attachEmbedded({ ...engine, start: true });
    this.watchEngine(this.engine.pid);
    signal.throwIfAborted();
    const { port: enginePort } = this.engine.connection;
    if (enginePort !== port)
      say(
        `The embedded ClickHouse was already running, on port ${enginePort} instead of ${port}: use it with --embedded`,
      );

    const redisFolder = path.join(this.folder, "redis");
    mkdirSync(redisFolder, { recursive: true });
    this.startService("Redis", redisCommand(tools["redis-server"], redis.port, redisFolder), env);
    this.startService(
      "Temporal",
      temporalCommand(tools.temporal, temporal.port, path.join(this.folder, "temporal.db")),
      env,
    );
    await this.until(() => isAnswering({ host: "127.0.0.1", port: redis.port }));
    await this.until(() => isTemporalReady(tools.temporal, temporal.port));
    this.startMoose(["--no-infra"], {
      MOOSE_CLICKHOUSE_CONFIG__HOST: "127.0.0.1",
      MOOSE_CLICKHOUSE_CONFIG__HOST_PORT: String(enginePort),
      MOOSE_TEMPORAL_CONFIG__TEMPORAL_HOST: "127.0.0.1",
      // Without it Moose takes https for every host but localhost.
      MOOSE_TEMPORAL_CONFIG__TEMPORAL_SCHEME: "http",
      // The engine has no KeeperMap, where Moose keeps its state by default.
      MOOSE_STATE_CONFIG__STORAGE: "redis",
    });
  }

  /** It is no child of this process. */
  private watchEngine(pid: number): void {
    const look = () => {
      if (isAlive(pid)) return;
      clearInterval(this.engineWatch);
      const message = `The embedded ClickHouse (process ${pid}) has ended`;
      this.breakWith(new EnvironmentFailure("service-ended", message));
    };
    this.engineWatch = setInterval(look, ENGINE_LOOK_MILLISECONDS);
  }

  private async releaseEngine(): Promise<void> {
    const { engine } = this;
    clearInterval(this.engineWatch);
    await engine?.release();
    const deadline = performance.now() + ENGINE_MILLISECONDS;
    while (engine?.started && isAlive(engine.pid)) {
      if (performance.now() > deadline)
        return this.options.say(
          `The embedded ClickHouse (process ${engine.pid}) stays up for another program that uses it`,
        );
      await pause(LOOK_MILLISECONDS);
    }
  }

  private startMoose(flags: readonly string[], variables: NodeJS.ProcessEnv = {}): void {
    const { addresses, env } = this.options;
    this.compileConfig = new CompileConfig(addresses.directory);
    const PATH = [path.join(addresses.directory, "node_modules", ".bin"), env.PATH].join(path.delimiter);
    this.watch(
      Service.start({
        name: "Moose",
        command: "moose-cli",
        args: ["dev", ...flags],
        cwd: addresses.directory,
        env: { ...env, PATH, ...variables },
      }),
    );
  }

  private startService(name: string, command: ServiceCommand, env: NodeJS.ProcessEnv): void {
    const log = path.join(this.folder, `${name.toLowerCase()}.log`);
    this.watch(Service.start({ name, ...command, cwd: this.options.addresses.directory, env, log }));
  }

  private watch(service: Service): void {
    this.services.push(service);
    void service.ended.then((how) => {
      const where = service.log === undefined ? "above" : service.log;
      this.breakWith(
        new EnvironmentFailure("service-ended", `${service.name} has ended (${how}); its output is ${where}`),
      );
    });
  }

  /** Asks repeatedly until the answer is yes, or something breaks. */
  private async until(ask: () => Promise<boolean>): Promise<void> {
    while (!(await Promise.race([ask(), this.broken])))
      await Promise.race([pause(LOOK_MILLISECONDS), this.broken]);
  }
}
