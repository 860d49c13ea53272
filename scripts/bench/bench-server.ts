import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ClickHouseClient } from "@clickhouse/client";
import { quoteIdentifier } from "../../app/model/quoting";
import { openClient } from "../../app/server/client";
import type { Connection } from "../../app/server/connection";
import { select } from "../../app/server/select";
import { createTableSql } from "../../app/table/create-table";
import { imagesAnalytical } from "../../datamodels/images-analytical";
import { attachEmbedded } from "../embedded/attach-embedded";
import { embeddedFolder } from "../embedded/embedded-folder";
import { isAlive } from "../embedded/process-life";
import { cpuSecondsOf } from "./cpu-time";

/** An embedded ClickHouse with a project's tables, empty. */
export interface BenchServer {
  readonly connection: Connection;
  readonly client: ClickHouseClient;
  /** For `--project`. */
  readonly project: string;
  /** Rows of a table; default: `images_analytical`. */
  count(table?: string): Promise<number>;
  /** CPU that the server's process has used so far, in seconds; 0 where /proc is missing. */
  cpuSeconds(): number;
}

/** A folder with a Moose project, and the statements that create its tables. */
export interface BenchProject {
  readonly folder: string;
  readonly ddl: readonly string[];
}

export const ACCOUNT = { user: "panda", password: "pandapass", database: "local" };

/** Runs `work` against a fresh server with `images_analytical`, and leaves nothing of it. */
export async function withBenchServer<T>(work: (server: BenchServer) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "data-faker-bench-"));
  try {
    await writeFile(
      path.join(folder, "moose.config.toml"),
      `[clickhouse_config]\ndb_name = "${ACCOUNT.database}"\nuser = "${ACCOUNT.user}"\npassword = "${ACCOUNT.password}"\n`,
    );
    return await withServerOf({ folder, ddl: [createTableSql(imagesAnalytical, ACCOUNT.database)] }, work);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Runs `work` against a fresh server of a project, and leaves nothing of the server. */
export async function withServerOf<T>(
  { folder, ddl }: BenchProject,
  work: (server: BenchServer) => Promise<T>,
): Promise<T> {
  const data = embeddedFolder(folder);
  const attached = await attachEmbedded({ folder: data, preferredPort: 0, ...ACCOUNT, start: true });
  const client = openClient(attached.connection);
  try {
    // Moose keeps nested columns whole.
    for (const query of ddl) await client.command({ query, clickhouse_settings: { flatten_nested: 0 } });
    return await work({
      connection: attached.connection,
      client,
      project: folder,
      count: async (table = "images_analytical") => {
        const [row] = await select<{ n: string }>(
          client,
          `SELECT count() AS n FROM ${quoteIdentifier(table)}`,
        );
        return Number(row!.n);
      },
      cpuSeconds: () => cpuSecondsOf(attached.pid),
    });
  } finally {
    await client.close();
    await attached.release();
    await ended(attached.pid);
    await rm(data, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function ended(pid: number): Promise<void> {
  if (isAlive(pid)) process.kill(pid, "SIGTERM");
  while (isAlive(pid)) await new Promise((done) => setTimeout(done, 20));
}
