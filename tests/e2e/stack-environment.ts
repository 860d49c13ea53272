import path from "node:path";
import { toolsFolder } from "../../scripts/dev-stack/tools";
import { freePorts } from "../support/free-ports";

export type StackPorts = Readonly<
  Record<"clickhouse" | "redis" | "temporal" | "web" | "management" | "proxy", number>
>;

/** Ports for what stands beside a ClickHouse. */
export async function stackPorts(clickhouse: number): Promise<StackPorts> {
  const [redis, temporal, web, management, proxy] = await freePorts(5);
  return {
    clickhouse,
    redis: redis!,
    temporal: temporal!,
    web: web!,
    management: management!,
    proxy: proxy!,
  };
}

/** For Moose in `project` and all beside it, without what this test run has in its own environment. */
export function stackEnvironment(home: string, project: string, ports: StackPorts): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^(npm_|MOOSE_|DATA_FAKER_|NODE_ENV|JEST_)/.test(name)),
    ),
    PATH: [path.join(project, "node_modules/.bin"), toolsFolder(process.cwd()), process.env.PATH].join(":"),
    HOME: home,
    MOOSE_TELEMETRY__ENABLED: "false",
    MOOSE_CLICKHOUSE_CONFIG__HOST: "127.0.0.1",
    MOOSE_CLICKHOUSE_CONFIG__HOST_PORT: String(ports.clickhouse),
    MOOSE_REDIS_CONFIG__URL: `redis://127.0.0.1:${ports.redis}`,
    MOOSE_TEMPORAL_CONFIG__TEMPORAL_HOST: "127.0.0.1",
    MOOSE_TEMPORAL_CONFIG__TEMPORAL_PORT: String(ports.temporal),
    MOOSE_HTTP_SERVER_CONFIG__HOST: "127.0.0.1",
    MOOSE_HTTP_SERVER_CONFIG__PORT: String(ports.web),
    MOOSE_HTTP_SERVER_CONFIG__MANAGEMENT_PORT: String(ports.management),
    MOOSE_HTTP_SERVER_CONFIG__PROXY_PORT: String(ports.proxy),
  };
}
