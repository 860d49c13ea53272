import { existsSync, readFileSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { isIPv4 } from "node:net";
import path from "node:path";
import { parse, TomlError } from "smol-toml";
import { Refusal } from "../app/errors";
import { escaped, quoted } from "../app/request/quoted";
import type { Connection } from "../app/table/connection";

/** A Moose project and the ClickHouse server that it uses. */
export interface Project {
  /** Absolute path of the folder that holds moose.config.toml. */
  readonly directory: string;
  readonly connection: Connection;
}

type Environment = Readonly<Record<string, string | undefined>>;

const CONFIG_FILE = "moose.config.toml";

/** Moose's own, where the file says nothing. */
const DEFAULTS: Connection = {
  host: "localhost",
  port: 18123,
  user: "panda",
  password: "pandapass",
  database: "local",
  useSsl: false,
};

/** Key in `[clickhouse_config]` of each part of a connection; the variable is `MOOSE_CLICKHOUSE_CONFIG__` + upper case. */
const KEYS = {
  host: "host",
  port: "host_port",
  user: "user",
  password: "password",
  database: "db_name",
  useSsl: "use_ssl",
} as const satisfies Record<keyof Connection, string>;

/**
 * Reads a Moose project's connection: environment variables before the file, the file before Moose's defaults.
 * @param directory `--project`; `undefined`: the nearest folder with a moose.config.toml from `from` upwards
 * @param from absolute path of a folder
 * @throws Refusal `project-missing`, `project-broken` where the file cannot be read or a value is of the wrong type
 */
export function readProject(directory: string | undefined, from: string, env: Environment): Project {
  const found = directory === undefined ? nearest(from) : given(path.resolve(from, directory), directory);
  const file = path.join(found, CONFIG_FILE);
  const section = parseFile(file).clickhouse_config ?? {};
  if (typeof section !== "object" || Array.isArray(section) || section instanceof Date) {
    throw broken(file, "[clickhouse_config] has to be a table");
  }
  return { directory: found, connection: readConnection(file, section as Record<string, unknown>, env) };
}

/** Whether the server runs on this machine, by its name: localhost, 127.0.0.0/8, ::1, or this machine's host name. */
export function isLocal(connection: Pick<Connection, "host">): boolean {
  const host = connection.host.toLowerCase().replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "");
  return host === "localhost" || host === "::1" || host === hostname().toLowerCase() || (isIPv4(host) && host.startsWith("127."));
}

/**
 * Keeps somebody's production table from being filled by mistake.
 * @param agreed whether `--yes` was given
 * @throws Refusal `server-not-local`
 */
export function requireLocal(connection: Connection, agreed: boolean): void {
  if (agreed || isLocal(connection)) return;
  const { host, port, database } = connection;
  throw new Refusal(
    "server-not-local",
    `the server ${escaped(host)}:${port} (database ${escaped(database)}) is not on this machine: add --yes if it is the one you mean`,
    { host, port, database },
  );
}

function nearest(from: string): string {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, CONFIG_FILE))) return folder;
    if (folder === path.dirname(folder)) break;
  }
  throw new Refusal(
    "project-missing",
    `no ${CONFIG_FILE} in ${escaped(from, 200)} or above it: go to a Moose project's folder, or name one with --project <dir>`,
  );
}

function given(folder: string, written: string): string {
  if (existsSync(path.join(folder, CONFIG_FILE))) return folder;
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const problem = isFolder ? `holds no ${CONFIG_FILE}` : "is no folder";
  throw new Refusal("project-missing", `--project: ${quoted(written)} ${problem}; name the folder of a Moose project`);
}

function parseFile(file: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw broken(file, `cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown error"})`, error);
  }
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const reason = error.message.split("\n")[0]!.replace(/^Invalid TOML document: /, "");
    throw broken(`${file}:${error.line}`, `is not valid TOML: ${escaped(reason, 100)}`);
  }
}

function readConnection(file: string, section: Record<string, unknown>, env: Environment): Connection {
  const text = (part: "host" | "user" | "password" | "database"): string => {
    const { where, value } = lookUp(part);
    const mayBeEmpty = part === "password";
    if (typeof value !== "string" || (value === "" && !mayBeEmpty)) {
      throw broken(where, `${KEYS[part]} has to be a ${mayBeEmpty ? "" : "non-empty "}text`);
    }
    return value;
  };
  const lookUp = (part: keyof Connection): { where: string; value: unknown } => {
    const variable = `MOOSE_CLICKHOUSE_CONFIG__${KEYS[part].toUpperCase()}`;
    if (env[variable] !== undefined) return { where: variable, value: env[variable] };
    return { where: file, value: section[KEYS[part]] ?? DEFAULTS[part] };
  };
  const port = (): number => {
    const { where, value } = lookUp("port");
    const number = typeof value === "string" && /^\d+$/.test(value) && where !== file ? Number(value) : value;
    if (typeof number === "number" && Number.isInteger(number) && number >= 1 && number <= 65535) return number;
    throw broken(where, "host_port has to be a whole number from 1 to 65535");
  };
  const useSsl = (): boolean => {
    const { where, value } = lookUp("useSsl");
    if (typeof value === "boolean") return value;
    const spelled = where === file ? undefined : { true: true, "1": true, false: false, "0": false }[String(value).toLowerCase()];
    if (spelled !== undefined) return spelled;
    throw broken(where, "use_ssl has to be true or false");
  };
  const host = (): string => {
    const value = text("host");
    if (isHost(value)) return value;
    throw broken(lookUp("host").where, "host has to be a host's name or address alone, without http://, port, or user");
  };
  return {
    host: host(),
    port: port(),
    user: text("user"),
    password: text("password"),
    database: text("database"),
    useSsl: useSsl(),
  };
}

function isHost(text: string): boolean {
  const bracketed = text.includes(":") && !text.startsWith("[") ? `[${text}]` : text;
  return !/[\s\p{C}/@?#\\%]/u.test(text) && URL.canParse(`http://${bracketed}:1/`);
}

/** Values are not shown: one of them may be a password that went astray. */
function broken(where: string, problem: string, cause?: unknown): Refusal {
  return new Refusal("project-broken", `${escaped(where, 200)}: ${problem}`, { where }, { cause });
}
