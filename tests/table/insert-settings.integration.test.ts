import { insertSettings } from "../../app/table/insert-settings";
import { select } from "../../app/server/select";
import type { Connection } from "../../app/server/connection";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { withLoggingProxy } from "../support/logging-proxy";
import { withRefusedSettings } from "../support/refusing-proxy";
import { openTableWithLedger, type TableWithLedger } from "../support/table-with-ledger";
import { WRITER_NAMES } from "../support/writers";

jest.setTimeout(120_000);

const COLUMNS = "image_id UInt32, author LowCardinality(String), updated_at DateTime, is_deleted UInt8";
const KEY = "ORDER BY (author, image_id)";
const REPLACING = [
  `ENGINE = ReplacingMergeTree ${KEY}`,
  `ENGINE = ReplacingMergeTree(updated_at) ${KEY}`,
  `ENGINE = ReplacingMergeTree(updated_at, is_deleted) ${KEY}`,
  `ENGINE = ReplacingMergeTree(updated_at) ${KEY} PARTITION BY toYear(updated_at)`,
];
const PLAIN = `ENGINE = MergeTree ${KEY}`;
const ROWS = 2_000;

let server: TestEmbedded;
beforeAll(async () => {
  server = await startTestEmbedded();
});
afterAll(() => server?.stop());

async function withTable<T>(
  connection: Connection,
  clauses: string,
  work: (table: TableWithLedger) => Promise<T>,
  more?: (table: string) => readonly string[],
): Promise<T> {
  const table = await openTableWithLedger(connection, COLUMNS, clauses, more);
  try {
    return await work(table);
  } finally {
    await table.close();
  }
}

/** What stands in a table's parts, whatever their order. */
async function contents({ client, table }: TableWithLedger): Promise<unknown> {
  return select(
    client,
    `SELECT count() AS n, uniqExact(image_id) AS ids, sum(cityHash64(toString(tuple(*)))) AS hash FROM ${table.name.table}`,
  );
}

const filled = (connection: Connection, clauses: string, writer: string) =>
  withTable(connection, clauses, async (table) => {
    await table.fill(ROWS, { writer });
    return contents(table);
  });

/** The values of `optimize_on_insert` with which the rows of a table came, each once. */
async function sentSettings(
  clauses: string,
  writer: string,
  more?: (table: string) => readonly string[],
): Promise<unknown[]> {
  return withLoggingProxy(server.connection, (proxied, log) =>
    withTable(
      proxied,
      clauses,
      async (table) => {
        await table.fill(ROWS, { writer });
        const { table: name } = table.table.name;
        const inserts = log.filter(({ query }) => /^INSERT/.test(query) && query.includes(`\`${name}\``));
        return [...new Set(inserts.map(({ parameters }) => parameters.get("optimize_on_insert")))];
      },
      more,
    ),
  );
}

describe.each(WRITER_NAMES)("inserts of the writer %s", (writer) => {
  it.each([PLAIN, ...REPLACING])(
    "hold the same rows whether the server merges them or not: %s",
    async (clauses) => {
      const merged = await withRefusedSettings(server.connection, ["optimize_on_insert"], (connection) =>
        filled(connection, clauses, writer),
      );
      expect(await filled(server.connection, clauses, writer)).toEqual(merged);
      expect(merged).toMatchObject([{ n: `${ROWS}`, ids: `${ROWS}` }]);
    },
  );

  it("are not merged where each row stays", async () => {
    expect(await sentSettings(REPLACING[2]!, writer)).toEqual(["0"]);
  });

  it("are left as they are where there is nothing to merge, or a view's rows may replace each other", async () => {
    const view = (table: string) => [
      `CREATE TABLE ${table}_authors (author String) ENGINE = ReplacingMergeTree ORDER BY author`,
      `CREATE MATERIALIZED VIEW ${table}_view TO ${table}_authors AS SELECT author FROM ${table}`,
    ];
    expect(await sentSettings(PLAIN, writer)).toEqual([null]);
    expect(await sentSettings(REPLACING[1]!, writer, view)).toEqual([null]);
  });
});

it("a server lets two rows of one insert with the same key stand, where it is asked with the settings", async () => {
  await withTable(server.connection, REPLACING[0]!, async ({ client, table, sql }) => {
    await sql("SYSTEM STOP MERGES t");
    const rows = `INSERT INTO ${table.name.table} (author, image_id) VALUES ('a', 1), ('a', 1)`;
    const count = async () =>
      (await select<{ n: string }>(client, `SELECT count() AS n FROM ${table.name.table}`))[0]!.n;
    await client.command({ query: rows });
    expect(await count()).toBe("1");
    const { settings } = await insertSettings(client, table, false);
    await client.command({ query: rows, clickhouse_settings: settings });
    expect(await count()).toBe("3");
  });
});

it("takes each setting that this user may set, and none that is refused", async () => {
  await withTable(server.connection, REPLACING[3]!, async ({ client, table }) => {
    const onePart = { min_insert_block_size_rows: "1000000", min_insert_block_size_bytes: "0" };
    const both = { max_partitions_per_insert_block: "0", optimize_on_insert: 0 };
    expect(await insertSettings(client, table, false)).toMatchObject({ settings: both });
    expect(await insertSettings(client, table, true)).toEqual({
      settings: { ...both, ...onePart },
      onePart: true,
    });
    await withRefusedSettings(server.connection, ["min_insert_block_size_bytes"], async (connection) => {
      const proxied = await openTableWithLedger(connection, COLUMNS, REPLACING[3]);
      expect(await insertSettings(proxied.client, proxied.table, true)).toEqual({
        settings: both,
        onePart: false,
      });
      await proxied.close();
    });
    const refusals: [string[], object][] = [
      [["optimize_on_insert"], { max_partitions_per_insert_block: "0" }],
      [
        ["max_partitions_per_insert_block"],
        { throw_on_max_partitions_per_insert_block: 0, optimize_on_insert: 0 },
      ],
      [
        ["max_partitions_per_insert_block", "throw_on_max_partitions_per_insert_block"],
        { optimize_on_insert: 0 },
      ],
    ];
    for (const [refused, allowed] of refusals) {
      await withRefusedSettings(server.connection, refused, async (connection) => {
        const proxied = await openTableWithLedger(connection, COLUMNS, REPLACING[3]);
        expect((await insertSettings(proxied.client, proxied.table, false)).settings).toEqual(allowed);
        await proxied.close();
      });
    }
  });
});

it.each([
  ["ReplacingMergeTree", { optimize_on_insert: 0 }],
  ["ReplicatedReplacingMergeTree", { optimize_on_insert: 0 }],
  ["SharedReplacingMergeTree", { optimize_on_insert: 0 }],
  ["MergeTree", {}],
  ["SummingMergeTree", {}],
  ["CollapsingMergeTree", {}],
])("a table of the engine %s gets %j", async (engine, settings) => {
  await withTable(server.connection, PLAIN, async ({ client }) => {
    const table = { engine, partitionKey: "", views: [] };
    expect((await insertSettings(client, table, false)).settings).toEqual(settings);
  });
});
