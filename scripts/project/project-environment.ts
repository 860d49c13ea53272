import { readFileSync } from "node:fs";
import path from "node:path";
import { parseEnvFile } from "./env-file";

export type Environment = Readonly<Record<string, string | undefined>>;

/** The later ones first: their values count. Moose reads the same in development. */
const FILES = [".env.local", ".env.dev", ".env"];

/** A variable's value, and where it stands, for messages. */
export interface Setting {
  readonly value: string;
  readonly where: string;
}

/**
 * The variables of `MOOSE_...` by their names in upper case, from the process's environment and from the
 * `.env` files of a project, as Moose takes them: the environment first, then `.env.local`, `.env.dev`, `.env`.
 */
export function projectEnvironment(directory: string, env: Environment): ReadonlyMap<string, Setting> {
  const ofMoose = [...settings(directory, env)].filter(([name]) => /^moose_/i.test(name));
  return new Map(ofMoose.map(([name, setting]) => [name.toUpperCase(), setting]));
}

/** All variables as a project's code finds them under Moose. */
export function projectVariables(directory: string, env: Environment): Record<string, string> {
  return Object.fromEntries([...settings(directory, env)].map(([name, { value }]) => [name, value]));
}

function settings(directory: string, env: Environment): Map<string, Setting> {
  const all = new Map<string, Setting>();
  const add = (name: string, value: string, where: string) => {
    if (!all.has(name)) all.set(name, { value, where });
  };
  for (const [name, value] of Object.entries(env)) if (value !== undefined) add(name, value, name);
  for (const file of FILES) {
    const content = readIfThere(path.join(directory, file));
    if (content === undefined) continue;
    const variables = parseEnvFile(content, (name) => all.get(name)?.value);
    for (const [name, value] of variables) add(name, value, `${name} in ${path.join(directory, file)}`);
  }
  return all;
}

/** A file that can't be read is none for Moose, too. */
function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
