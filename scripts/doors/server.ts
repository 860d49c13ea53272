import { EnvironmentFailure } from "../../app/errors";
import { openSessions, type ServerSession } from "../../app/run/session/server-session";
import type { Connection } from "../../app/server/connection";
import type { TableName } from "../../app/server/table-name";
import { commandPrefix } from "../cli/command-prefix";
import type { Place } from "../cli/invocation";
import { attachEmbedded } from "../embedded/attach-embedded";
import { embeddedFolder } from "../embedded/embedded-folder";
import { requireLocal } from "../project/project";
import { readPlace } from "./connection";

/** The server of a command, and what is asked of it. Close it in the end. */
export interface Server extends ServerSession {
  readonly name: TableName;
  /** The folder of the Moose project; `undefined` with `--url`. */
  readonly directory: string | undefined;
  /** As {@link Place} has it. */
  readonly table: string | undefined;
  readonly embedded: boolean;
  /** As {@link Place} has it. */
  readonly url: string | undefined;
  /** The given prefix of the ledger's table names. */
  readonly stateTables: string | undefined;
  /** As {@link Place} has it. */
  readonly cluster: string | undefined;
  /** As {@link Place} has it. */
  readonly shardingKey: string | undefined;
}

/** @throws EnvironmentFailure, Refusal where the project, the agreement or the server is missing */
export async function openServer(place: Place): Promise<Server> {
  const { connection: named, directory } = await readPlace(place);
  const { user, password, database, port } = named;
  const attached = place.embedded
    ? await attachEmbedded({
        folder: embeddedFolder(directory!),
        preferredPort: port,
        user,
        password,
        database,
        start: true,
      })
    : undefined;
  const connection = attached?.connection ?? named;
  const agree = (shard: Connection) => requireLocal(shard, place.yes);
  const { cluster, shardingKey } = place;
  const session = await openSessions(connection, cluster, agree, shardingKey).catch(
    async (error: unknown) => {
      await attached?.release();
      if (place.url !== undefined) throw inUrl(error);
      throw place.embedded ? error : withWaysOut(error);
    },
  );
  return {
    ...session,
    name: namedTable(place.table ?? IMAGES, database),
    directory,
    table: place.table,
    embedded: place.embedded,
    url: place.url,
    stateTables: place.stateTables,
    cluster,
    shardingKey,
    close: async () => {
      await session.close();
      await attached?.release();
    },
  };
}

/** The table that is filled where none is named. */
export const IMAGES = "images_analytical";

/** @param text a table's name, or `database.table` */
export function namedTable(text: string, database: string): TableName {
  const [first, ...rest] = text.split(".");
  return rest.length === 0 ? { database, table: text } : { database: first!, table: rest.join(".") };
}

function withWaysOut(error: unknown): unknown {
  if (!(error instanceof EnvironmentFailure && error.code === "no-connection")) return error;
  const ways = `"${commandPrefix(process.env)} dev" starts it with Moose, and --embedded needs none`;
  return new EnvironmentFailure(error.code, `${error.message}; ${ways}`, error.fields, { cause: error });
}

/** What to correct, by the error's code, where there is no configuration file. */
const URL_WAYS: Readonly<Record<string, string>> = {
  "no-connection": "start it, or correct the address in --url",
  "no-clickhouse": "correct the address in --url",
  "database-missing": "correct the database in --url, or create it",
  authentication: "correct the user in --url, or the password",
  tls: "write https:// where the server speaks TLS on that port, else http://",
};

function inUrl(error: unknown): unknown {
  const way = error instanceof EnvironmentFailure ? URL_WAYS[error.code] : undefined;
  if (!(error instanceof EnvironmentFailure) || way === undefined) return error;
  const problem = error.message.slice(0, error.message.lastIndexOf(": "));
  return new EnvironmentFailure(error.code, `${problem}: ${way}`, error.fields, { cause: error });
}
