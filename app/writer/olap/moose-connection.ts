import { EnvironmentFailure } from "../../errors";
import { type Connection, urlHost } from "../../server/connection";
import { quietConsole } from "./quiet-console";
import { runtimeOlapTable } from "./runtime-olap-table";

interface MooseConfig {
  readonly host: string;
  readonly port: string;
  readonly username: string;
  readonly password: string;
  readonly database: string;
  readonly useSSL: boolean;
}

/** Where Moose's runtime keeps the connection that `OlapTable.insert` uses. */
interface MooseConfigRegistry {
  setClickHouseConfig(config: MooseConfig): void;
  getClickHouseConfig(): Promise<MooseConfig>;
}

/**
 * Points Moose, in this process, at a server, as Moose's own runtime does for the code that it runs;
 * moose.config.toml and its environment variables are then not read. Inside Moose its own connection is to be
 * given: then nothing changes.
 */
export async function connectMoose(connection: Connection): Promise<void> {
  const registry = await configRegistry();
  registry.setClickHouseConfig({
    // Moose puts the host into a URL as it is.
    host: urlHost(connection.host),
    port: String(connection.port),
    username: connection.user,
    password: connection.password,
    database: connection.database,
    useSSL: connection.useSsl,
  });
}

/**
 * The connection that Moose uses in this process. @throws Error where there is no moose.config.toml to read
 */
export async function mooseConnection(): Promise<Connection> {
  const {
    host,
    port,
    username: user,
    password,
    database,
    useSSL: useSsl,
  } = await (await configRegistry()).getClickHouseConfig();
  return { host, port: Number(port), user, password, database, useSsl };
}

async function configRegistry(): Promise<MooseConfigRegistry> {
  const found = globalThis as unknown as { _mooseConfigRegistry?: MooseConfigRegistry };
  if (found._mooseConfigRegistry === undefined) {
    // moose-lib makes the registry when a table first looks for its client; nothing is sent by that.
    const table = runtimeOlapTable("connection", "default", []);
    quietConsole.begin();
    try {
      await (table as unknown as { getMemoizedClient(): Promise<unknown> }).getMemoizedClient();
    } catch {
      // No configuration file is no obstacle here.
    } finally {
      quietConsole.end();
      await table.closeClient();
    }
  }
  if (found._mooseConfigRegistry === undefined)
    throw new EnvironmentFailure(
      "moose-version",
      "this version of @514labs/moose-lib has no connection registry: install 0.6.533; from a terminal, --writer native does not need it",
    );
  return found._mooseConfigRegistry;
}
