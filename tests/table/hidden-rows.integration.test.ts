import type { ClickHouseClient } from "@clickhouse/client";
import { openClient } from "../../app/server/client";
import { hiddenRows } from "../../app/table/hidden-rows";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { keyedTable } from "../support/keyed-table";
import { hiding, openProfileProxy, type ProfileProxy } from "../support/profile-proxy";
import { run } from "../support/test-client";

let embedded: TestEmbedded;
let profile: ProfileProxy;
let client: ClickHouseClient;
const table = keyedTable("t");
beforeAll(async () => {
  embedded = await startTestEmbedded();
  profile = await openProfileProxy(embedded.connection);
  client = openClient(profile.connection);
});
afterAll(async () => {
  await client?.close();
  await profile?.close();
  await embedded?.stop();
});
afterEach(() => profile.set({}));

const COLUMNS = "image_id UInt32, v String";
const PROJECTION = `${COLUMNS}, PROJECTION by_v (SELECT * ORDER BY v)`;

const create = (inside = COLUMNS, tail = "ENGINE = MergeTree ORDER BY image_id") =>
  run(client, "DROP TABLE IF EXISTS t SYNC", `CREATE TABLE t (${inside}) ${tail}`);
const insert = (first: number, rows: number) =>
  run(client, `INSERT INTO t SELECT number, toString(number) FROM numbers(${first}, ${rows})`);

describe("hidden rows", () => {
  const hidden = () => hiddenRows(client, table.name);
  const tables: [string, string, string, string[]][] = [
    ["a plain table", COLUMNS, "ENGINE = MergeTree ORDER BY image_id", []],
    [
      "a partitioned replacing table",
      COLUMNS,
      "ENGINE = ReplacingMergeTree PARTITION BY image_id % 2 ORDER BY image_id",
      [],
    ],
    [
      "a table with block numbers, whose rows are deleted by patches",
      COLUMNS,
      "ENGINE = MergeTree ORDER BY image_id SETTINGS enable_block_number_column = 1, enable_block_offset_column = 1",
      [
        "DELETE FROM t WHERE image_id % 11 = 0 SETTINGS lightweight_delete_mode = 'lightweight_update_force', enable_lightweight_update = 1",
      ],
    ],
    [
      "a table with a projection",
      PROJECTION,
      "ENGINE = MergeTree ORDER BY image_id SETTINGS lightweight_mutation_projection_mode = 'rebuild'",
      [],
    ],
    [
      "a table with a counting projection",
      `${COLUMNS}, PROJECTION n (SELECT v, count() GROUP BY v)`,
      "ENGINE = MergeTree ORDER BY image_id SETTINGS lightweight_mutation_projection_mode = 'drop'",
      [],
    ],
  ];
  it.each(tables)("are none in %s, whatever was done to it", async (_, inside, tail, statements) => {
    await create(inside, tail);
    expect(await hidden()).toBe(0);
    await insert(1, 1000);
    await insert(500, 1000);
    expect(await hidden()).toBe(0);
    for (const statement of [
      ...statements,
      "DELETE FROM t WHERE image_id % 5 = 0",
      "ALTER TABLE t DELETE WHERE image_id % 9 = 0 SETTINGS mutations_sync = 2",
      "ALTER TABLE t UPDATE v = 'x' WHERE image_id % 4 = 0 SETTINGS mutations_sync = 2",
      "DELETE FROM t WHERE image_id < 600",
      "OPTIMIZE TABLE t FINAL",
    ]) {
      await run(client, statement);
      expect(await hidden()).toBe(0);
    }
    await insert(1, 100);
    profile.set(hiding("t", "image_id <= 10"));
    expect(await hidden()).toBe(10);
  });

  it("are found without the right to see the parts", async () => {
    await create();
    await insert(1, 1000);
    await run(client, "DELETE FROM t WHERE image_id % 5 = 0");
    const blind = new Proxy(client, {
      get: (target, key) =>
        key !== "query"
          ? Reflect.get(target, key)
          : (params: { query: string }) =>
              params.query.includes("system.parts")
                ? Promise.reject(
                    Object.assign(new Error("Not enough privileges"), { code: "497", type: "ACCESS_DENIED" }),
                  )
                : client.query(params),
    });
    expect(await hiddenRows(blind, table.name)).toBe(0);
    profile.set(hiding("t", "image_id <= 10"));
    expect(await hiddenRows(blind, table.name)).toBe(10);
  });
});
