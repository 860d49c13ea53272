import { imagesDomain } from "../../app/domains/images/images-domain";
import { Readable } from "node:stream";
import type { ClickHouseClient } from "@clickhouse/client";
import { openClient } from "../../app/server/client";
import { serverNow } from "../../app/server/server-facts";
import { freeBytes, insertsUnderWay, tableSizes } from "../../app/table/table-state";
import { readTargetTable } from "../../app/table/target-table";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { run } from "../support/test-client";

let embedded: TestEmbedded;
let client: ClickHouseClient;
const table = "it's a `table`\\";
const quoted = "`it's a \\`table\\`\\\\`";
const name = { database: "local", table };

beforeAll(async () => {
  embedded = await startTestEmbedded();
  client = openClient(embedded.connection);
});
afterAll(async () => {
  await client?.close();
  await embedded?.stop();
});
beforeEach(() => run(client, `DROP TABLE IF EXISTS ${quoted} SYNC`));

const create = (columns: string, engine: string) =>
  run(client, `CREATE TABLE ${quoted} (${columns}) ENGINE = ${engine}`);

describe("the target table", () => {
  test("is not there", async () => {
    expect(await readTargetTable(client, name, () => imagesDomain)).toBeUndefined();
    expect(await readTargetTable(client, { database: "nowhere", table }, () => imagesDomain)).toBeUndefined();
  });

  test("is read with its columns, keys and settings", async () => {
    await create(
      "has_face Bool, site_name LowCardinality(String), image_id UInt32, updated_at DateTime, made UInt8 MATERIALIZED 1",
      "ReplacingMergeTree(updated_at) PARTITION BY toYYYYMM(updated_at) ORDER BY (has_face, site_name, image_id) SETTINGS non_replicated_deduplication_window = 50",
    );
    expect(await readTargetTable(client, name, () => imagesDomain)).toMatchObject({
      name,
      engine: "ReplacingMergeTree",
      engineFull: expect.stringContaining("ORDER BY (has_face, site_name, image_id)"),
      sortingKey: ["has_face", "site_name", "image_id"],
      partitionKey: "toYYYYMM(updated_at)",
      hasRowTtl: false,
      versionColumn: "updated_at",
      key: {
        name: "image_id",
        column: { name: "image_id", clickhouseType: "UInt32" },
        largest: 4_294_967_295,
      },
      obstacles: [],
      model: [
        { name: "has_face", type: { kind: "bool" } },
        { name: "site_name", lowCardinality: true },
        { name: "image_id" },
        { name: "updated_at" },
        { name: "made", defaultKind: "MATERIALIZED" },
      ],
    });
  });

  test.each([
    ["UInt8", 255],
    ["Int16", 32_767],
    ["Nullable(UInt32)", 4_294_967_295],
    ["UInt64", Number.MAX_SAFE_INTEGER],
    ["Int64", Number.MAX_SAFE_INTEGER],
    ["UInt256", Number.MAX_SAFE_INTEGER],
    ["String", undefined],
    ["Float64", undefined],
  ])("holds, with image ids of type %s, ids to %p", async (type, largest) => {
    await create(`image_id ${type}`, "MergeTree ORDER BY tuple()");
    expect(await readTargetTable(client, name, () => imagesDomain)).toMatchObject({ key: { largest } });
  });

  test.each([
    ["MergeTree ORDER BY b", undefined],
    ["ReplacingMergeTree ORDER BY (b, image_id)", undefined],
    ["ReplacingMergeTree ORDER BY image_id", undefined],
    ["ReplacingMergeTree ORDER BY b", /lacks image_id/],
    ["ReplacingMergeTree ORDER BY (b, intDiv(image_id, 10))", /lacks image_id/],
    ["SummingMergeTree ORDER BY image_id", /SummingMergeTree merges/],
    ["AggregatingMergeTree ORDER BY image_id", /AggregatingMergeTree merges/],
    ["CollapsingMergeTree(sign) ORDER BY image_id", /CollapsingMergeTree merges/],
    ["VersionedCollapsingMergeTree(sign, b) ORDER BY image_id", /VersionedCollapsingMergeTree merges/],
    ["MergeTree ORDER BY image_id TTL d + INTERVAL 1 DAY", /row TTL/],
    ["Memory", /not of the MergeTree family/],
    ["Log", /not of the MergeTree family/],
  ])("with engine %s: %p", async (engine, obstacle) => {
    await create("image_id UInt32, b UInt8, d Date, sign Int8", engine);
    const found = await readTargetTable(client, name, () => imagesDomain);
    expect(found!.obstacles).toEqual(obstacle === undefined ? [] : [expect.stringMatching(obstacle)]);
  });

  test("may lack image_id", async () => {
    await create("id UInt32", "MergeTree ORDER BY id");
    const found = await readTargetTable(client, name, () => imagesDomain);
    expect(found).toMatchObject({ key: { name: "image_id", column: undefined, largest: undefined } });
  });
});

describe("the table's state", () => {
  test("has rows and bytes, not counting what was deleted among the rows", async () => {
    await create("image_id UInt32, text FixedString(99)", "MergeTree ORDER BY image_id");
    expect(await tableSizes(client, { name })).toEqual({ rows: 0, uncompressedBytes: 0, diskBytes: 0 });
    await run(client, `INSERT INTO ${quoted} SELECT number, repeat('x', 99) FROM numbers(1000)`);
    const sizes = await tableSizes(client, { name });
    expect(sizes).toMatchObject({ rows: 1000, uncompressedBytes: 103_000 });
    expect(sizes.diskBytes).toBeGreaterThan(0);
    expect(sizes.diskBytes).toBeLessThan(sizes.uncompressedBytes!);
    await run(client, `DELETE FROM ${quoted} WHERE image_id < 10`);
    expect(await tableSizes(client, { name })).toMatchObject({ rows: 990 });
  });

  test("includes the disk's free bytes", async () => {
    await create("image_id UInt32", "MergeTree ORDER BY image_id");
    const free = await freeBytes(client, { name });
    expect(Number.isSafeInteger(free)).toBe(true);
    expect(free).toBeGreaterThan(0);
    expect(await freeBytes(client, { name: { database: "local", table: "missing" } })).toBeUndefined();
  });

  test("has no inserts under way where the engine takes one query at a time", async () => {
    await create("image_id UInt32", "MergeTree ORDER BY image_id");
    const body = Readable.from(["1\n", "2\n"], { objectMode: false });
    const inserting = client.insert({ table: quoted, values: body, format: "TabSeparated" });
    expect(await insertsUnderWay(client, name, (await serverNow(client)) + 60_000)).toEqual([]);
    await inserting;
    expect(await tableSizes(client, { name })).toMatchObject({ rows: 2 });
  });
});
