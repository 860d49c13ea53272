import { Refusal } from "../../app/errors";
import { isLocal, type Connection } from "../../app/server/connection";
import { MooseConfig } from "../project/moose-config";
import type { Environment } from "../project/project-environment";
import { readProject } from "../project/project";

/** One port of the stack, the service that owns it, and the variable that changes it. */
export interface StackPort {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly variable: string;
}

/**
 * Where the parts of a Moose project's stack listen, by its moose.config.toml and the `MOOSE_*` variables
 * that override it.
 */
export interface StackAddresses {
  readonly directory: string;
  readonly connection: Connection;
  readonly clickhouse: StackPort;
  readonly redis: StackPort;
  readonly temporal: StackPort;
  /** Its web server, where /health is. */
  readonly moose: StackPort;
  /** Moose's further ports. */
  readonly others: readonly StackPort[];
}

/**
 * @param project as `readProject` has it, and `from`
 * @throws Refusal `project-missing`, `project-broken`
 */
export function readStackAddresses(
  project: string | undefined,
  from: string,
  env: Environment,
): StackAddresses {
  const { directory, connection } = readProject(project, from, env);
  const config = MooseConfig.read(directory, env);
  const web = "http_server_config";
  const host = config.text(web, "host", "localhost");
  const port = (name: string, section: string, key: string, byDefault: number, at: string): StackPort => ({
    name,
    host: at,
    port: config.port(section, key, byDefault),
    variable: MooseConfig.variable(section, key),
  });
  return {
    directory,
    connection,
    clickhouse: {
      name: "ClickHouse",
      host: connection.host,
      port: connection.port,
      variable: MooseConfig.variable("clickhouse_config", "host_port"),
    },
    redis: { name: "Redis", ...readRedisUrl(config), variable: MooseConfig.variable("redis_config", "url") },
    temporal: port(
      "Temporal",
      "temporal_config",
      "temporal_port",
      7233,
      config.text("temporal_config", "temporal_host", "localhost"),
    ),
    moose: port("Moose", web, "port", 4000, host),
    others: [
      port("Moose's management", web, "management_port", 5001, host),
      port("Moose's proxy", web, "proxy_port", 4001, host),
    ],
  };
}

/**
 * @throws Refusal `service-not-local` where a service that is to be started here has its address on another
 * machine
 */
export function requireLocalServices({ clickhouse, redis, temporal }: StackAddresses): void {
  const away = [clickhouse, redis, temporal].find((service) => !isLocal(service));
  if (away === undefined) return;
  throw new Refusal(
    "service-not-local",
    `${away.name} is set to ${away.host}:${away.port}, which is not this machine: use what runs there with --infra none`,
    { ...away },
  );
}

function readRedisUrl(config: MooseConfig): { host: string; port: number } {
  const url = config.text("redis_config", "url", "redis://127.0.0.1:6379");
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || parsed.hostname === "")
    throw new Refusal("project-broken", "url in [redis_config] must be like redis://127.0.0.1:6379");
  return { host: parsed.hostname, port: Number(parsed.port || 6379) };
}
