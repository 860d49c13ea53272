import type { ClickHouseClient } from "@clickhouse/client";
import { shardOf } from "../../app/plan/shards";
import { parseRequest } from "../../app/request/parse-request";
import { verifyTable } from "../../app/run/check/verify-table";
import { runFaker } from "../../app/run/run-faker";
import { intentOf } from "../../app/run/intent";
import { thisHost } from "../../app/run/session/host";
import { address } from "../../app/server/connection";
import { select } from "../../app/server/select";
import { removeRows } from "../../app/table/remove-rows";
import { clientsOf } from "../../app/table/shards";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { withRefusedSettings } from "../support/refusing-proxy";
import { openTableWithLedger, SEED, summary, type TableWithLedger } from "../support/table-with-ledger";

const ROWS = 450_000;
const COLUMNS = "image_id UInt32, author String, age Nullable(UInt8)";
const FLAGS = { batchSize: "30000" };

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
beforeEach(async () => {
  const [first, second] = servers.map(({ connection }) => connection);
  table = await openTableWithLedger(first!, COLUMNS, undefined, undefined, {}, [second!]);
});
afterEach(() => table?.close());

const clients = () => clientsOf(table.client, table.table);
const ask = <Row>(at: ClickHouseClient, query: string) =>
  select<Row>(at, query.replace(/\bt\b/, table.table.name.table));

/** Of all shards together, whatever their order. */
async function contents({ client, table: target }: TableWithLedger): Promise<unknown> {
  const found = await Promise.all(
    clientsOf(client, target).map((at) =>
      select<{ n: string; hash: string }>(
        at,
        `SELECT count() AS n, sum(cityHash64(toString(tuple(*)))) AS hash FROM ${target.name.table}`,
      ),
    ),
  );
  const sum = (field: "n" | "hash") => found.reduce((all, [row]) => all + BigInt(row![field]), 0n);
  return { rows: sum("n"), hash: BigInt.asUintN(64, sum("hash")) };
}

async function expectEachInPlace(rows: number): Promise<void> {
  const held = await Promise.all(
    clients().map((at) => ask<{ id: number }>(at, "SELECT image_id AS id FROM t ORDER BY id")),
  );
  held.forEach((ids, shard) => {
    const due = Array.from({ length: rows }, (_, i) => i + 1).filter((id) => shardOf(id, 2) === shard);
    expect(ids.map(({ id }) => id)).toEqual(due);
  });
}

const verified = async () => (await verifyTable({ ...table, ...thisHost("terminal") })).findings;

describe("a table that is spread over two servers", () => {
  it.each(["native", "olap"])("gets each row of one table alone on its server, by %s", async (writer) => {
    expect(summary(await table.fill(ROWS, { ...FLAGS, writer }))).toMatchObject({
      outcome: "complete",
      rowsWritten: ROWS,
      tableRows: ROWS,
    });
    await expectEachInPlace(ROWS);
    expect(await contents(table)).toEqual(await contents(alone));
    expect(await verified()).toEqual([]);
    expect(summary(await table.fill(ROWS, FLAGS))).toMatchObject({ outcome: "nothing-to-do" });
  });

  it("is filled by those who share the run, and grows", async () => {
    await table.fill(200_000, { ...FLAGS, share: true });
    const joined = parseRequest({ writer: "native", threads: "1" });
    const [led, ...others] = await Promise.all([
      table.fill(ROWS, { ...FLAGS, share: true }),
      table.run({ kind: "join", request: joined }),
      table.run({ kind: "join", request: joined }),
    ]);
    const written = [led, ...others].map((events) => summary(events).rowsWritten);
    expect(written.reduce((sum, rows) => sum + rows, 0)).toBe(ROWS - 200_000);
    await expectEachInPlace(ROWS);
    expect(await contents(table)).toEqual(await contents(alone));
  });

  it("is healed where rows are missing or there twice, each on its server", async () => {
    await table.fill(ROWS, FLAGS);
    const [first, second] = clients();
    await first!.command({ query: `TRUNCATE TABLE ${table.table.name.table}` });
    await second!.command({
      query: `DELETE FROM ${table.table.name.table} WHERE image_id % 7 = 0`,
      clickhouse_settings: { lightweight_deletes_sync: "2" },
    });
    await second!.command({
      query: `INSERT INTO ${table.table.name.table} SELECT * FROM ${table.table.name.table} WHERE image_id = 100001`,
    });
    expect((await verified()).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["missing", "doubled"]),
    );
    await table.fill(ROWS, FLAGS);
    await expectEachInPlace(ROWS);
    expect(await contents(table)).toEqual(await contents(alone));
  });

  it("is repaired", async () => {
    await table.fill(ROWS, FLAGS);
    for (const at of clients())
      await at.command({
        query: `DELETE FROM ${table.table.name.table} WHERE image_id % 3 = 0`,
        clickhouse_settings: { lightweight_deletes_sync: "2" },
      });
    await table.run({ kind: "repair" });
    expect(await contents(table)).toEqual(await contents(alone));
  });

  it("shows rows of ours that lie on another server than theirs", async () => {
    await table.fill(ROWS, FLAGS);
    const [first] = clients();
    await first!.command({
      query: `INSERT INTO ${table.table.name.table} (image_id) VALUES (100001), (100003)`,
    });
    expect(await verified()).toMatchObject([{ kind: "misplaced", rows: 2 }]);
  });

  it("is not complete while rows of its numbers lie on another server than theirs", async () => {
    const [first] = clients();
    await table.fill(200_000, FLAGS);
    await first!.command({ query: `INSERT INTO ${table.table.name.table} (image_id) VALUES (100001)` });
    const at = address(servers[0]!.connection);
    const refused = { code: "rows-misplaced", message: expect.stringContaining(`than theirs: 1 at ${at}.`) };
    for (const rows of [200_000, ROWS]) await expect(table.fill(rows, FLAGS)).rejects.toMatchObject(refused);
    await first!.command({
      query: `DELETE FROM ${table.table.name.table} WHERE image_id = 100001`,
      clickhouse_settings: { lightweight_deletes_sync: "2" },
    });
    expect(summary(await table.fill(ROWS, FLAGS))).toMatchObject({ outcome: "nothing-to-do" });
    expect(await contents(table)).toEqual(await contents(alone));
  });

  it("refuses where others hold the rows' numbers, on any server, and writes nothing", async () => {
    const [, second] = clients();
    await second!.command({ query: `INSERT INTO ${table.table.name.table} (image_id) VALUES (5)` });
    await expect(table.fill(ROWS, FLAGS)).rejects.toMatchObject({ code: "ids-taken" });
    expect(await table.ledger.runs()).toEqual([]);
  });

  it("is filled where the second server lets a user set less than the first", async () => {
    const [first, second] = servers.map(({ connection }) => connection);
    const refused = ["max_partitions_per_insert_block"];
    await withRefusedSettings(second!, refused, async (connection) => {
      const clauses = "ENGINE = MergeTree PARTITION BY image_id % 150 ORDER BY image_id";
      const partitioned = await openTableWithLedger(first!, COLUMNS, clauses, undefined, {}, [connection]);
      expect(summary(await partitioned.fill(200_000, { ...FLAGS, batchSize: "100000" }))).toMatchObject({
        outcome: "complete",
        tableRows: 200_000,
      });
      await partitioned.close();
    });
  });

  it("names the server whose rows are not removed", async () => {
    const [first, second] = servers.map(({ connection }) => connection);
    await withRefusedSettings(second!, ["lightweight_deletes_sync"], async (connection) => {
      const guarded = await openTableWithLedger(first!, COLUMNS, undefined, undefined, {}, [connection]);
      const { client, table: target } = guarded;
      await guarded.fill(200_000, FLAGS);
      const named = (code: string) => ({
        code,
        message: expect.stringContaining(` on ${address(connection)} `),
      });
      const rows = { range: { first: 100_001, rows: 10 }, rows: 5, checksum: 0n, columns: [] };
      const removed = removeRows(client, target, [rows], {
        commit: () => Promise.resolve(),
        gone: () => Promise.resolve(),
      });
      await expect(removed).rejects.toMatchObject(named("rows-changed"));
      await expect(guarded.fill(200_000, { ...FLAGS, reset: true })).rejects.toMatchObject(
        named("rows-not-removed"),
      );
      await guarded.close();
    });
  });

  it("is emptied by a reset, and foreign rows stay", async () => {
    await table.fill(200_000, FLAGS);
    const [first] = clients();
    await first!.command({ query: `INSERT INTO ${table.table.name.table} (image_id) VALUES (3000000)` });
    await table.fill(ROWS, { ...FLAGS, reset: true });
    const rows = await Promise.all(
      clients().map((at) => ask<{ n: string }>(at, "SELECT count() AS n FROM t")),
    );
    expect(rows.map(([row]) => Number(row!.n))).toEqual([250_001, 200_000]);
  });

  it("is not gone on with on other servers, nor on the same in another order", async () => {
    await table.fill(200_000, FLAGS);
    const { shards } = table.table;
    for (const others of [undefined, [...shards!].reverse()]) {
      const elsewhere = { ...table.table, shards: others };
      const request = parseRequest({ rows: `${ROWS}`, seed: SEED, writer: "native", threads: "1" });
      const run = (reset: boolean) =>
        runFaker(
          {
            ...table,
            table: elsewhere,
            ...thisHost("terminal"),
            stop: new AbortController().signal,
            emit: () => {},
          },
          intentOf({ ...request, reset }),
        );
      for (const reset of [false, true])
        await expect(run(reset)).rejects.toMatchObject({ code: "other-shards" });
    }
  });
});
