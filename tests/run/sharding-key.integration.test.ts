import type { ClickHouseClient } from "@clickhouse/client";
import { parseRequest } from "../../app/request/parse-request";
import { verifyTable } from "../../app/run/check/verify-table";
import { thisHost } from "../../app/run/session/host";
import { select } from "../../app/server/select";
import { clientsOf } from "../../app/table/shards";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { openTableWithLedger, summary, type TableWithLedger } from "../support/table-with-ledger";

const ROWS = 100_000;
const COLUMNS = "image_id UInt32, author LowCardinality(String), age Nullable(UInt8), width Int16";
const FLAGS = { batchSize: "7000" };
const KEY = "cityHash64(author, image_id)";

let servers: TestEmbedded[];
let table: TableWithLedger;
let alone: TableWithLedger;
beforeAll(async () => {
  servers = [await startTestEmbedded(), await startTestEmbedded()];
  alone = await openTableWithLedger(servers[0]!.connection, COLUMNS);
  await alone.fill(ROWS, FLAGS);
});
afterAll(async () => {
  await alone?.close();
  for (const server of servers ?? []) await server.stop();
});

const open = (key: string) =>
  openTableWithLedger(
    servers[0]!.connection,
    COLUMNS,
    undefined,
    undefined,
    {},
    [servers[1]!.connection],
    key,
  );
const clients = () => clientsOf(table.client, table.table);
const inTable = (query: string) => query.replace(/\bt\b/g, table.table.name.table);
const run = (at: ClickHouseClient, query: string) =>
  at.command({ query: inTable(query), clickhouse_settings: { lightweight_deletes_sync: "2" } });
const verified = async () => (await verifyTable({ ...table, ...thisHost("terminal") })).findings;

/** Each row is once on the shard that the key, as SQL has it for positive values, says; and all are those of one table. */
async function expectExact(key: string, rows = ROWS): Promise<void> {
  const sum = async (at: ClickHouseClient, query: string) =>
    (await select<{ n: string; hash: string }>(at, query))[0]!;
  const hashes = "count() AS n, sum(cityHash64(toString(tuple(*)))) AS hash";
  let [n, hash] = [0, 0n];
  for (const [shard, at] of clients().entries()) {
    const all = await sum(at, inTable(`SELECT ${hashes} FROM t`));
    const own = await sum(at, inTable(`SELECT ${hashes} FROM t WHERE ${key} % 2 = ${shard}`));
    expect(Number(own.n)).toBe(Number(all.n));
    n += Number(all.n);
    hash += BigInt(all.hash);
  }
  expect(n).toBe(rows);
  const whole = await sum(
    alone.client,
    `SELECT ${hashes} FROM ${alone.table.name.table} WHERE image_id <= ${rows}`,
  );
  expect(BigInt.asUintN(64, hash)).toBe(BigInt(whole.hash));
}

describe("a table that is spread by a sharding key", () => {
  beforeEach(async () => {
    table = await open(KEY);
  });
  afterEach(() => table?.close());

  it.each(["native", "olap"])("gets each row on the shard that its key says, by %s", async (writer) => {
    expect(summary(await table.fill(ROWS, { ...FLAGS, writer }))).toMatchObject({
      outcome: "complete",
      rowsWritten: ROWS,
      tableRows: ROWS,
    });
    await expectExact(KEY);
    expect(await verified()).toEqual([]);
    expect(summary(await table.fill(ROWS, FLAGS))).toMatchObject({ outcome: "nothing-to-do" });
  });

  it("is filled by those who share the run, and grows", async () => {
    await table.fill(30_000, { ...FLAGS, share: true });
    await expectExact(KEY, 30_000);
    const joined = parseRequest({ writer: "native", threads: "1" });
    const ends = await Promise.all([
      table.fill(ROWS, { ...FLAGS, share: true }),
      table.run({ kind: "join", request: joined }),
    ]);
    expect(ends.reduce((sum, events) => sum + summary(events).rowsWritten, 0)).toBe(ROWS - 30_000);
    await expectExact(KEY);
  });

  it("is healed where rows are missing, there twice, or emptied on a shard", async () => {
    await table.fill(ROWS, FLAGS);
    const [first, second] = clients();
    await run(second!, "DELETE FROM t WHERE image_id BETWEEN 20 AND 30");
    await run(second!, "INSERT INTO t SELECT * FROM t WHERE image_id BETWEEN 50000 AND 50010");
    expect((await verified()).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["missing", "doubled"]),
    );
    await run(first!, "TRUNCATE TABLE t");
    await table.fill(ROWS, FLAGS);
    await expectExact(KEY);
  });

  it("is healed where a row is on its shard and on another one, too", async () => {
    await table.fill(ROWS, FLAGS);
    await copyRows("image_id BETWEEN 1 AND 5");
    expect((await verified()).map(({ kind }) => kind)).toEqual(expect.arrayContaining(["doubled"]));
    await table.fill(ROWS, FLAGS);
    await expectExact(KEY);
  });

  it("is not complete while its rows lie on another shard than theirs, and is once they are removed", async () => {
    await table.fill(ROWS, FLAGS);
    const moved = await copyRows("image_id BETWEEN 1 AND 5");
    await run(clients()[0]!, "DELETE FROM t WHERE image_id BETWEEN 1 AND 5");
    expect(await verified()).toMatchObject([{ kind: "misplaced", rows: moved }]);
    await expect(table.fill(ROWS, FLAGS)).rejects.toMatchObject({ code: "rows-misplaced" });
    await run(clients()[1]!, `DELETE FROM t WHERE image_id <= 5 AND ${KEY} % 2 != 1`);
    await table.fill(ROWS, FLAGS);
    await expectExact(KEY);
  });

  /** From the first shard to the second. @returns how many */
  async function copyRows(where: string): Promise<number> {
    const [first, second] = clients();
    const answer = await first!.query({
      query: inTable(`SELECT * FROM t WHERE ${where}`),
      format: "JSONEachRow",
    });
    const values = await answer.json();
    expect(values.length).toBeGreaterThan(0);
    await second!.insert({ table: table.table.name.table, values, format: "JSONEachRow" });
    return values.length;
  }

  it("is repaired, and emptied by a reset that leaves foreign rows alone", async () => {
    await table.fill(ROWS, FLAGS);
    for (const at of clients()) await run(at, "DELETE FROM t WHERE image_id % 3 = 0");
    await table.run({ kind: "repair" });
    await expectExact(KEY);
    await run(clients()[0]!, "INSERT INTO t (image_id) VALUES (3000000)");
    await table.fill(50_000, { ...FLAGS, reset: true });
    await run(clients()[0]!, "DELETE FROM t WHERE image_id = 3000000");
    await expectExact(KEY, 50_000);
  });

  it("is gone on with by the same key alone", async () => {
    await table.fill(50_000, FLAGS);
    for (const shardedBy of [
      undefined,
      { ...table.table.shardedBy!, expression: "image_id" },
      { ...table.table.shardedBy!, weights: [2, 1] },
    ]) {
      const otherwise = { ...table, table: { ...table.table, shardedBy } };
      await expect(verifyTable({ ...otherwise, ...thisHost("terminal") })).rejects.toMatchObject({
        code: "other-shards",
        message: expect.stringContaining(`--sharding-key '${KEY}'`),
      });
    }
  });
});

describe("a sharding key", () => {
  it.each([
    "image_id",
    "intHash64(image_id)",
    "sipHash64(author)",
    "xxHash64(toString(image_id), 'it''s ) `width`')",
  ])("may be %s", async (key) => {
    table = await open(key);
    await table.fill(20_000, FLAGS);
    await expectExact(key, 20_000);
    await table.close();
  });

  it.each([
    ["rand()", "rand may give a row another shard each time"],
    ["cityHash64(image_id, now())", "now may give a row another shard each time"],
    ["`rand`() + image_id", "rand may give a row another shard each time"],
    ["toUnixTimestamp(CURRENT_TIMESTAMP) + image_id", "may give a row another shard each time"],
    ["sum(image_id)", "ClickHouse says: Aggregate function"],
    ["sumIf(image_id, width > 1)", "ClickHouse says: Aggregate function"],
    ["row_number() OVER (ORDER BY image_id)", "ClickHouse says: Window function"],
    ["cityHash64(*, author)", "name each column"],
    ["cityHash64(COLUMNS('author'), image_id)", "name each column"],
    ["cityHash64(_part, author)", "ClickHouse says: "],
    ["author", "is of the type LowCardinality(String)"],
    ["age", "is of the type Nullable(UInt8)"],
    ["nothing_such", "ClickHouse says: "],
    ["image_id)", "ClickHouse says: "],
  ])("is not %s", async (key, why) => {
    await expect(open(key)).rejects.toMatchObject({
      code: "sharding-key",
      message: expect.stringContaining(why),
    });
  });

  it.each([
    ["7", {}, "it names no column of t_"],
    ["cityHash64(author)", { skipColumns: "author" }, "the column author of t_"],
  ])("is not %s with %o", async (key, flags, why) => {
    table = await open(key);
    await expect(table.fill(20_000, { ...FLAGS, ...flags })).rejects.toMatchObject({
      code: "sharding-key",
      message: expect.stringContaining(why),
    });
    expect(await table.ledger.runs()).toEqual([]);
    await table.close();
  });
});
