import { readFileSync } from "node:fs";
import path from "node:path";
import { parse, TomlError } from "smol-toml";
import { Refusal } from "../../app/errors";
import { escaped } from "../../app/request/quoted";
import { type Environment, projectEnvironment, type Setting } from "./project-environment";

export const CONFIG_FILE = "moose.config.toml";

/**
 * A project's moose.config.toml. Variables override it, those of the project's `.env` files too:
 * `MOOSE_CLICKHOUSE_CONFIG__HOST_PORT` is `host_port` of `[clickhouse_config]`. Where neither has a value,
 * the given default applies.
 */
export class MooseConfig {
  private constructor(
    private readonly file: string,
    private readonly content: Record<string, unknown>,
    private readonly env: Environment,
    private readonly variables: ReadonlyMap<string, Setting>,
  ) {}

  /** @throws Refusal `project-broken`, as does everything that reads a value of the wrong type */
  static read(directory: string, env: Environment): MooseConfig {
    const file = path.join(directory, CONFIG_FILE);
    return new MooseConfig(file, parseFile(file), env, projectEnvironment(directory, env));
  }

  static variable(section: string, key: string): string {
    return `MOOSE_${section}__${key}`.toUpperCase();
  }

  text(section: string, key: string, byDefault: string, mayBeEmpty = false): string {
    const { where, value } = this.lookUp(section, key, byDefault);
    if (typeof value === "string" && (value !== "" || mayBeEmpty)) return value;
    throw broken(where, `${key} must be a ${mayBeEmpty ? "" : "non-empty "}string`);
  }

  /** A name or an address, without scheme, port or user. */
  host(section: string, key: string, byDefault: string): string {
    const host = this.text(section, key, byDefault);
    if (isHost(host)) return host;
    throw broken(
      this.lookUp(section, key, byDefault).where,
      `${key} must be a host's name or address alone, without http://, port, or user`,
    );
  }

  /** From 1 to 65535. */
  port(section: string, key: string, byDefault: number): number {
    const { where, value } = this.lookUp(section, key, byDefault);
    const number =
      typeof value === "string" && /^\d+$/.test(value) && where !== this.file ? Number(value) : value;
    if (typeof number === "number" && Number.isInteger(number) && number >= 1 && number <= 65535)
      return number;
    throw broken(where, `${key} must be a whole number from 1 to 65535`);
  }

  boolean(section: string, key: string, byDefault: boolean): boolean {
    const { where, value } = this.lookUp(section, key, byDefault);
    if (typeof value === "boolean") return value;
    const spelled =
      where === this.file
        ? undefined
        : { true: true, "1": true, false: false, "0": false }[String(value).toLowerCase()];
    if (spelled !== undefined) return spelled;
    throw broken(where, `${key} must be true or false`);
  }

  /** The folder of the project's sources, from the project's own. */
  sourceFolder(): string {
    const variable = this.env.MOOSE_SOURCE_DIR ?? this.variables.get("MOOSE_SOURCE_DIR")?.value;
    const folder = variable ?? this.content.source_dir ?? "app";
    if (typeof folder === "string" && folder !== "") return folder;
    throw broken(this.file, "source_dir must be a non-empty string");
  }

  private lookUp(section: string, key: string, byDefault: unknown): { where: string; value: unknown } {
    const name = MooseConfig.variable(section, key);
    if (this.env[name] !== undefined) return { where: name, value: this.env[name] };
    const variable = this.variables.get(name);
    if (variable !== undefined) return variable;
    const table = this.content[section] ?? {};
    if (typeof table !== "object" || Array.isArray(table) || table instanceof Date)
      throw broken(this.file, `[${section}] must be a table`);
    return { where: this.file, value: (table as Record<string, unknown>)[key] ?? byDefault };
  }
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

function isHost(text: string): boolean {
  const bracketed = text.includes(":") && !text.startsWith("[") ? `[${text}]` : text;
  return !/[\s\p{C}/@?#\\%]/u.test(text) && URL.canParse(`http://${bracketed}:1/`);
}

/** Values are not shown: one of them may be a misplaced password. */
function broken(where: string, problem: string, cause?: unknown): Refusal {
  return new Refusal("project-broken", `${escaped(where, 200)}: ${problem}`, { where }, { cause });
}
