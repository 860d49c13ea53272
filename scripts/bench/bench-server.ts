import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ClickHouseClient } from "@clickhouse/client";
import { openClient } from "../../app/server/client";
import type { Connection } from "../../app/server/connection";
import { createTableSql } from "../../app/table/create-table";
import { imagesAnalytical } from "../../datamodels/images-analytical";
import { attachEmbedded } from "../embedded/attach-embedded";
import { embeddedFolder } from "../embedded/embedded-folder";
import { isAlive } from "../embedded/process-life";
import { cpuSecondsOf } from "./cpu-time";

/** An embedded ClickHouse with an empty `images_analytical`, in a temporary project of its own. */
export interface BenchServer {
  readonly connection: Connection;
  readonly client: ClickHouseClient;
  /** For `--project`. */
  readonly project: string;
  count(): Promise<number>;
  /** CPU that the server's process has used so far, in seconds; 0 where /proc is missing. */
  cpuSeconds(): number;
}

const ACCOUNT = { user: "panda", password: "pandapass", database: "local" };

/** Runs `work` against a fresh server, and leaves nothing of it. */
export async function withBenchServer<T>(work: (server: BenchServer) => Promise<T>): Promise<T> {
  const project = await mkdtemp(path.join(tmpdir(), "data-faker-bench-"));
  try {
    await writeFile(
      path.join(project, "moose.config.toml"),
      '[clickhouse_config]\ndb_name = "local"\nuser = "panda"\npassword = "pandapass"\n',
    );
    const attached = await attachEmbedded({
      folder: embeddedFolder(project),
      preferredPort: 0,
      ...ACCOUNT,
      start: true,
    });
    const client = openClient(attached.connection);
    try {
      await client.command({ query: createTableSql(imagesAnalytical, ACCOUNT.database) });
      return await work({
        connection: attached.connection,
        client,
        project,
        count: async () => {
          const answer = await client.query({
            query: "SELECT count() AS n FROM images_analytical",
            format: "JSONEachRow",
          });
          return Number((await answer.json<{ n: string }>())[0]!.n);
        },
        cpuSeconds: () => cpuSecondsOf(attached.pid),
      });
    } finally {
      await client.close();
      await attached.release();
      await ended(attached.pid);
    }
  } finally {
    await rm(project, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function ended(pid: number): Promise<void> {
  if (isAlive(pid)) process.kill(pid, "SIGTERM");
  while (isAlive(pid)) await new Promise((done) => setTimeout(done, 20));
}
