import { execFile } from "node:child_process";
import { appendFile, cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Connection } from "../../app/server/connection";

/** This repository's own folder; tests run from it. */
const PROJECT = process.cwd();

export interface MooseProject {
  /** What Moose would change on the server: its plan.yaml. */
  plan(server: Connection): Promise<string>;
  /** Carries out the last plan. */
  migrate(server: Connection): Promise<void>;
  remove(): Promise<void>;
}

/**
 * A copy of this repository's Moose project in a folder of its own.
 * @param extra source files, relative to the repository, that its index exports as well
 */
export async function copyMooseProject(extra: readonly string[]): Promise<MooseProject> {
  const folder = await mkdtemp(join(tmpdir(), "data-faker-moose-"));
  for (const name of ["app", "datamodels", "moose", "package.json", "tsconfig.json", ...extra]) {
    await cp(join(PROJECT, name), join(folder, name), { recursive: true });
  }
  await symlink(join(PROJECT, "node_modules"), join(folder, "node_modules"));
  const config = await readFile(join(PROJECT, "moose.config.toml"), "utf8");
  await writeFile(
    join(folder, "moose.config.toml"),
    config.replace('storage = "redis"', 'storage = "clickhouse"'),
  );
  for (const name of extra)
    await appendFile(join(folder, "moose/index.ts"), `export * from "../${name.replace(/\.ts$/, "")}";\n`);

  const run = async (server: Connection, ...command: string[]): Promise<void> => {
    const { host, port, user, password, database } = server;
    const url = `http://${user}:${password}@${host}:${port}/${database}`;
    const bin = join(PROJECT, "node_modules/.bin");
    await promisify(execFile)(join(bin, "moose-cli"), [...command, "--clickhouse-url", url], {
      cwd: folder,
      env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, MOOSE_TELEMETRY__ENABLED: "false" },
    }).catch((error: { stdout?: string; stderr?: string }) => {
      throw new Error(`moose-cli ${command.join(" ")}: ${error.stdout}${error.stderr}`);
    });
  };
  return {
    async plan(server) {
      await run(server, "generate", "migration", "--save", "--yes-all");
      return await readFile(join(folder, "migrations/plan.yaml"), "utf8");
    },
    migrate: (server) => run(server, "migrate"),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
