import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ClickHouseClient } from "@clickhouse/client";
import { openClient } from "../../app/server/client";
import type { Connection } from "../../app/server/connection";
import { select } from "../../app/server/select";
import { attachEmbedded, type EmbeddedClient } from "../../scripts/embedded/attach-embedded";
import { embeddedFolder } from "../../scripts/embedded/embedded-folder";
import { endProcess } from "../support/embedded";

const COMMAND = path.resolve(__dirname, "..", "..", "scripts", "data-faker.js");

export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A Moose project in a temporary folder, its embedded server, and the command line as a user calls it. */
export class FakerProject {
  private constructor(
    readonly directory: string,
    private readonly server: EmbeddedClient,
    readonly client: ClickHouseClient,
  ) {}

  static async create(database = "local", password = "pandapass"): Promise<FakerProject> {
    const directory = await mkdtemp(path.join(tmpdir(), "data-faker-e2e-"));
    await writeFile(
      path.join(directory, "moose.config.toml"),
      `[clickhouse_config]\ndb_name = ${JSON.stringify(database)}\nuser = "panda"\npassword = ${JSON.stringify(password)}\nhost = "localhost"\nhost_port = 1\n`,
    );
    const server = await attachEmbedded({
      folder: embeddedFolder(directory),
      preferredPort: 0,
      user: "panda",
      password,
      database,
      start: true,
    });
    return new FakerProject(directory, server, openClient(server.connection));
  }

  start(...flags: string[]): { child: ChildProcess; done: Promise<Outcome> } {
    return this.startTo(["pipe", "pipe"], ...flags);
  }

  /** @param to what standard output and standard error are: a pipe, or an open file */
  startTo(to: ("pipe" | number)[], ...flags: string[]): { child: ChildProcess; done: Promise<Outcome> } {
    const place = ["--project", this.directory, "--embedded"];
    const child = spawn(process.execPath, [COMMAND, ...flags, ...place], {
      stdio: ["ignore", ...to],
      env: cleanEnvironment(),
    });
    return { child, done: outcome(child) };
  }

  /** The address of the embedded server. */
  get connection(): Connection {
    return this.server.connection;
  }

  run(...flags: string[]): Promise<Outcome> {
    return this.start(...flags).done;
  }

  /** Rows, different ids, and a hash of the contents that does not depend on the order. */
  async contents(): Promise<{ rows: number; ids: number; hash: string }> {
    const [found] = await select<{ rows: string; ids: string; hash: string }>(
      this.client,
      "SELECT count() AS rows, uniqExact(image_id) AS ids, toString(sum(cityHash64(toString(tuple(*))))) AS hash FROM images_analytical",
    );
    return { rows: Number(found!.rows), ids: Number(found!.ids), hash: found!.hash };
  }

  async command(query: string): Promise<void> {
    await this.client.command({ query, clickhouse_settings: { wait_end_of_query: 1 } });
  }

  async remove(): Promise<void> {
    await this.client.close();
    await this.server.release();
    await endProcess(this.server.pid);
    await rm(this.directory, { recursive: true, force: true });
  }
}

/** The command line outside of any project's server. */
export function runPlain(
  directory: string,
  flags: readonly string[],
  variables: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  return outcome(
    spawn(process.execPath, [COMMAND, ...flags], {
      cwd: directory,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...cleanEnvironment(), ...variables },
    }),
  );
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|MOOSE_)/.test(name)));
}

function outcome(child: ChildProcess): Promise<Outcome> {
  let [out, err] = ["", ""];
  child.stdout?.on("data", (chunk) => (out += chunk));
  child.stderr?.on("data", (chunk) => (err += chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, out, err }));
  });
}
