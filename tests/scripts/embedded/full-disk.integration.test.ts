import { statfsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { attachEmbedded, type EmbeddedClient } from "../../../scripts/embedded/attach-embedded";
import { startServerProcess } from "../../../scripts/embedded/server-process";
import { endProcess } from "../../support/embedded";
import { ask, sql } from "../../support/raw-http";
import { until } from "../../support/until";

it("refuses inserts that would take the disk's last bytes", async () => {
  const folder = await mkdtemp(join(tmpdir(), "data-faker-test-"));
  const options = { folder, user: "panda", password: "pandapass", database: "local" };
  const { blocks, bsize } = statfsSync(folder);
  startServerProcess({ ...options, port: 0, minFreeBytes: blocks * bsize });
  let client: EmbeddedClient | undefined;
  try {
    await until("the server is up", async () => {
      client = await attachEmbedded({ ...options, preferredPort: 0, start: false });
      return client !== undefined;
    });
    const { connection } = client!;
    await sql(connection, "CREATE TABLE t (id UInt64) ENGINE = MergeTree ORDER BY id");
    for (const body of ["INSERT INTO t SELECT 1", "INSERT INTO t FORMAT TSV\n1\n"]) {
      const answer = await ask(connection, { body });
      expect([body, answer.headers["x-clickhouse-exception-code"]]).toEqual([body, "243"]);
    }
    expect(await sql(connection, "SELECT count() FROM t")).toBe("0");
  } finally {
    await client?.release();
    if (client !== undefined) await endProcess(client.pid);
    await rm(folder, { recursive: true, force: true });
  }
});
