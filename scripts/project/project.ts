import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { Refusal } from "../../app/errors";
import { escaped, quoted } from "../../app/request/quoted";
import { type Connection, isLocal } from "../../app/server/connection";
import { CONFIG_FILE, MooseConfig } from "./moose-config";
import type { Environment } from "./project-environment";
import { workspaceProjects } from "./workspace";

/** A Moose project and the ClickHouse server that it uses. */
export interface Project {
  /** Absolute path of the folder that holds moose.config.toml. */
  readonly directory: string;
  readonly connection: Connection;
}

/** Moose's own, where the file says nothing. */
const DEFAULTS: Connection = {
  host: "localhost",
  port: 18123,
  user: "panda",
  password: "pandapass",
  database: "local",
  useSsl: false,
};

/**
 * Reads a Moose project's connection: environment variables override the project's `.env` files, those
 * moose.config.toml, and that Moose's defaults.
 * @param directory `--project`, from `from` or from where the package manager was called; `undefined`: the
 * nearest folder with a moose.config.toml from `from` upwards, or else the one of the workspace there
 * @param from absolute path of a folder
 * @throws Refusal `project-missing`, `project-broken` where the file cannot be read or a value is of the
 * wrong type
 */
export function readProject(directory: string | undefined, from: string, env: Environment): Project {
  const callers = env.INIT_CWD ?? from;
  const found =
    directory === undefined
      ? (nearest(from) ?? ofWorkspace(from, callers))
      : given(
          [from, callers].map((base) => path.resolve(base, directory)),
          directory,
        );
  return { directory: found, connection: readConnection(MooseConfig.read(found, env)) };
}

/**
 * Keeps a production table from being filled by mistake.
 * @param agreed whether `--yes` was given
 * @throws Refusal `server-not-local`
 */
export function requireLocal(connection: Omit<Connection, "password">, agreed: boolean): void {
  if (agreed || isLocal(connection)) return;
  const { host, port, database } = connection;
  throw new Refusal(
    "server-not-local",
    `the server ${escaped(host)}:${port} (database ${escaped(database)}) is not on this machine: add --yes if it is the one you mean`,
    { host, port, database },
  );
}

function nearest(from: string): string | undefined {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, CONFIG_FILE))) return folder;
    if (folder === path.dirname(folder)) return undefined;
  }
}

/** A script of the workspace may run in its root, or in this package's folder there. */
function ofWorkspace(from: string, callers: string): string {
  const projects = workspaceProjects(from);
  const found =
    projects.length === 1
      ? projects[0]
      : projects.find((project) => !path.relative(project, callers).startsWith(".."));
  if (found !== undefined) return found;
  const named = projects.map((project) => escaped(path.relative(callers, project), 100)).join(" or ");
  throw new Refusal(
    "project-missing",
    projects.length > 0
      ? `the workspace has several Moose projects: name one with --project ${named}`
      : `no ${CONFIG_FILE} in ${escaped(from, 200)} or above it: go to a Moose project's folder, name one with --project <dir>, or a server with --url`,
  );
}

function given(folders: readonly string[], written: string): string {
  const found = folders.find((folder) => existsSync(path.join(folder, CONFIG_FILE)));
  if (found !== undefined) return found;
  const isFolder = folders.some((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory());
  const problem = isFolder ? `contains no ${CONFIG_FILE}` : "is not a folder";
  throw new Refusal(
    "project-missing",
    `--project: ${quoted(written)} ${problem}; name the folder of a Moose project`,
  );
}

function readConnection(config: MooseConfig): Connection {
  const section = "clickhouse_config";
  return {
    host: config.host(section, "host", DEFAULTS.host),
    port: config.port(section, "host_port", DEFAULTS.port),
    user: config.text(section, "user", DEFAULTS.user),
    password: config.text(section, "password", DEFAULTS.password, true),
    database: config.text(section, "db_name", DEFAULTS.database),
    useSsl: config.boolean(section, "use_ssl", DEFAULTS.useSsl),
  };
}
