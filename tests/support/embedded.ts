import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Connection } from "../../app/server/connection";
import { attachEmbedded } from "../../scripts/embedded/attach-embedded";
import { endProcess } from "../../scripts/embedded/process-life";

export { endProcess };

/** An embedded ClickHouse of its own, in a folder of its own. */
export interface TestEmbedded {
  connection: Connection;
  readonly folder: string;
  /** Of the server's process. */
  pid: number;
  /**
   * Serves the folder again after the process was killed; `connection` and `pid` are new.
   * @param grants what the user may do then, as statements `GRANT ... ON ...`; default: everything
   */
  restart(grants?: readonly string[]): Promise<void>;
  /** Ends the server and removes the folder. */
  stop(): Promise<void>;
}

/**
 * For `beforeAll` / `afterAll`; about half a second.
 * @param configuration further elements of ClickHouse's configuration file, until a restart
 */
export async function startTestEmbedded(configuration?: string): Promise<TestEmbedded> {
  const folder = await mkdtemp(join(tmpdir(), "data-faker-test-"));
  const attach = (preferredPort: number, more?: string) =>
    attachEmbedded({
      ...(more === undefined ? {} : { configuration: more }),
      folder,
      preferredPort,
      user: "panda",
      password: "pandapass",
      database: "local",
      start: true,
    });
  let client = await attach(0, configuration);
  const embedded: TestEmbedded = {
    connection: client.connection,
    folder,
    pid: client.pid,
    async restart(grants) {
      // Where it was, so that those who know its address find it again.
      client = await attach(client.connection.port, grants && userWith(grants, folder));
      embedded.connection = client.connection;
      embedded.pid = client.pid;
    },
    async stop() {
      await client.release();
      await endProcess(client.pid);
      await rm(folder, { recursive: true, force: true });
    },
  };
  return embedded;
}

/** Runs `work` against an embedded ClickHouse that is there for it alone. */
export async function withEmbedded<T>(work: (embedded: TestEmbedded) => Promise<T>): Promise<T> {
  const embedded = await startTestEmbedded();
  try {
    return await work(embedded);
  } finally {
    await embedded.stop();
  }
}

/** The embedded server's own needs: it makes the database, and takes the rows of inserts from files. */
const SERVER_GRANTS = ["GRANT CREATE DATABASE ON *.*", "GRANT READ ON FILE"];

/** The engine's only user. */
function userWith(grants: readonly string[], folder: string): string {
  const queries = [...SERVER_GRANTS, ...grants].map((grant) => `<query>${grant}</query>`).join("");
  const file = join(folder, "users.xml");
  writeFileSync(
    file,
    `<clickhouse><profiles><default/></profiles><quotas><default/></quotas><users><default>
      <password/><networks><ip>::/0</ip></networks><profile>default</profile><quota>default</quota>
      <grants>${queries}</grants></default></users></clickhouse>`,
  );
  return `<users_config>${file}</users_config>`;
}
