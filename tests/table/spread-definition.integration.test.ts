import { randomUUID } from "node:crypto";
import { openSessions, type ServerSession } from "../../app/run/session/server-session";
import { address } from "../../app/server/connection";
import { readSpreadDefinition } from "../../app/table/spread-definition";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { sql } from "../support/raw-http";

const COLUMNS = "(id UInt32, day Date)";
const ORDER = "ENGINE = MergeTree ORDER BY id";

describe("the definition of a table that is spread over two servers", () => {
  let servers: TestEmbedded[];
  let session: ServerSession;
  let name: { database: string; table: string };
  beforeAll(async () => {
    servers = [await startTestEmbedded(), await startTestEmbedded()];
    const [first] = servers;
    session = await openSessions(
      first!.connection,
      servers.map(({ connection }) => address(connection)).join(","),
    );
  });
  afterAll(async () => {
    await session?.close();
    for (const server of servers ?? []) await server.stop();
  });
  beforeEach(() => {
    name = { database: servers[0]!.connection.database, table: `t_${randomUUID().slice(0, 8)}` };
  });

  const on = (server: number, statement: string) =>
    sql(servers[server]!.connection, statement.replace(/\bt\b/g, name.table));
  const read = () => readSpreadDefinition(session, name);

  it("is that of each, where they are alike", async () => {
    expect(await read()).toBeUndefined();
    for (const server of [0, 1]) await on(server, `CREATE TABLE t ${COLUMNS} ${ORDER}`);
    expect(await read()).toMatchObject({ name, shards: session.shards });
  });

  it("names the server that lacks the table", async () => {
    await on(0, `CREATE TABLE t ${COLUMNS} ${ORDER}`);
    const message = expect.stringContaining(`on the shard at ${address(servers[1]!.connection)}: create it`);
    await expect(read()).rejects.toMatchObject({ code: "table-missing", message });
  });

  it.each([
    ["columns", "(id UInt32, day Date32)", ORDER],
    ["a key", COLUMNS, "ENGINE = MergeTree ORDER BY (id, day)"],
    ["partitions", COLUMNS, "ENGINE = MergeTree PARTITION BY day ORDER BY id"],
    ["an engine", COLUMNS, "ENGINE = ReplacingMergeTree ORDER BY id"],
    ["a TTL", COLUMNS, `${ORDER} TTL day + INTERVAL 1 DAY`],
  ])("is refused where one has %s of its own", async (_, columns, clauses) => {
    await on(0, `CREATE TABLE t ${COLUMNS} ${ORDER}`);
    await on(1, `CREATE TABLE t ${columns} ${clauses}`);
    await expect(read()).rejects.toMatchObject({ code: "shards-differ" });
  });

  it("is refused where a view is on one of them alone", async () => {
    for (const server of [0, 1]) await on(server, `CREATE TABLE t ${COLUMNS} ${ORDER}`);
    const view = `CREATE MATERIALIZED VIEW ${name.table}_v ENGINE = MergeTree ORDER BY day AS SELECT day FROM t`;
    await on(1, view);
    await expect(read()).rejects.toMatchObject({ code: "shards-differ" });
    await on(0, view);
    expect(await read()).toBeDefined();
  });

  it("is refused where two addresses lead to one server", async () => {
    await on(0, `CREATE TABLE t ${COLUMNS} ${ORDER}`);
    const { connection } = servers[0]!;
    const cluster = `127.0.0.1:${connection.port},localhost:${connection.port}`;
    const twice = await openSessions(connection, cluster);
    try {
      const message = expect.stringContaining(`are the same server, with the same table ${name.table}`);
      await expect(readSpreadDefinition(twice, name)).rejects.toMatchObject({ code: "shards-same", message });
    } finally {
      await twice.close();
    }
  });
});
