import type { ClickHouseClient } from "@clickhouse/client";
import { modelFromServer } from "../../app/model/model-from-server";
import { openClient } from "../../app/server/client";
import { select } from "../../app/server/select";
import { columnsNamed, shardExpression, shardsOfRows } from "../../app/table/sharding-key";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { run } from "../support/test-client";

const WEIGHTS = [2, 1, 0, 3];
const COLUMNS = {
  id: "UInt64",
  small: "Int8",
  int: "Int32",
  long: "Int64",
  word: "String",
  kind: "LowCardinality(String)",
  flag: "Bool",
  uuid: "UUID",
  day: "Date",
  time: "DateTime64(3)",
};
const model = modelFromServer(
  Object.entries(COLUMNS).map(([name, type]) => ({ name, type, default_kind: "" })),
);
const columns = model.map(({ name, clickhouseType }) => `${name} ${clickhouseType}`).join(", ");
const rows = `SELECT number AS id, toInt8(cityHash64(number)) AS small, toInt32(sipHash64(number)) AS int,
    toInt64(cityHash64(number, 1)) AS long, repeat('ab', number % 9) || toString(number) AS word,
    ['x', '', 'longer'][number % 3 + 1] AS kind, number % 2 = 1 AS flag, toUUID(hex(MD5(toString(number)))) AS uuid,
    toDate(number % 60000) AS day, toDateTime64(number * 1000, 3) AS time
  FROM numbers(3000)`;

let server: TestEmbedded;
let client: ClickHouseClient;
beforeAll(async () => {
  // Nobody answers there: what a Distributed table would send lies in files, a folder for each shard.
  const shard = (weight: number) =>
    `<shard><weight>${weight}</weight><replica><host>127.0.0.1</host><port>1</port></replica></shard>`;
  server = await startTestEmbedded(
    `<remote_servers><photos>${WEIGHTS.map(shard).join("")}</photos></remote_servers>`,
  );
  client = openClient(server.connection);
});
afterAll(async () => {
  await client?.close();
  await server?.stop();
});

describe("the shard of a row", () => {
  it.each([
    "id",
    "small",
    "int",
    "long",
    "cityHash64(word)",
    "sipHash64(uuid, kind)",
    "xxHash64(kind, small)",
    "intHash64(id)",
    "intHash32(int)",
    "murmurHash3_64(word, day)",
    "toYYYYMM(day)",
    "toUnixTimestamp(time)",
    "if(kind = 'longer', int, small)",
  ])("is where a Distributed table puts it, by %s", async (expression) => {
    const key = { expression, weights: WEIGHTS };
    await run(
      client,
      "DROP TABLE IF EXISTS d SYNC",
      "DROP TABLE IF EXISTS placed SYNC",
      `CREATE TABLE placed (shard UInt8, ${columns}) ENGINE = MergeTree ORDER BY id`,
      `CREATE TABLE d (${columns}) ENGINE = Distributed(photos, local, t, ${expression})`,
      "SYSTEM STOP DISTRIBUTED SENDS d",
      `INSERT INTO d ${rows}`,
    );
    const queue = await select<{ path: string; shard: number }>(
      client,
      `SELECT data_path AS path, toUInt32(extract(data_path, 'shard(\\d+)_')) - 1 AS shard
        FROM system.distribution_queue WHERE table = 'd' AND data_files > 0`,
    );
    // All columns of such a file have to be read.
    for (const { path, shard } of queue)
      await run(client, `INSERT INTO placed SELECT ${shard}, * FROM file('${path}*.bin', 'Distributed')`);
    const [found] = await select<{ n: string; wrong: string; shards: number[] }>(
      client,
      `SELECT count() AS n, countIf(${shardExpression(key)} != shard) AS wrong, groupArray(shard) AS shards
        FROM (SELECT * FROM placed ORDER BY id)`,
    );
    expect(found).toMatchObject({ n: "3000", wrong: "0" });
    expect(new Set(found!.shards).size).toBeGreaterThan(1);
    const named = columnsNamed(expression, model);
    const answer = await client.exec({
      query: `SELECT ${named.map(({ name }) => name).join(", ")} FROM (${rows} ORDER BY id) FORMAT Native`,
      clickhouse_settings: { max_block_size: "100000" },
    });
    const native = Buffer.concat(await answer.stream.toArray());
    expect(await shardsOfRows(client, key, named, native)).toEqual(found!.shards);
  });
});

describe("the columns that a key names", () => {
  const named = (expression: string) => columnsNamed(expression, model).map(({ name }) => name);
  it("are those in it, in the order of the table, and no functions, literals or others", () => {
    expect(named("cityHash64(word, id)")).toEqual(["id", "word"]);
    expect(named('intHash64(`id`) + "small" % 3')).toEqual(["id", "small"]);
    expect(named("sipHash64('word', 'it''s int', 'a\\'day') + flag (uuid)")).toEqual(["uuid"]);
    expect(named("7")).toEqual([]);
  });
  it("may have quotes in their names, and be named in part", () => {
    const odd = modelFromServer(
      ["a`b", 'say "x"', "pair", "n.a"].map((name) => ({ name, type: "UInt8", default_kind: "" })),
    );
    const found = (expression: string) => columnsNamed(expression, odd).map(({ name }) => name);
    expect(found("`a``b` + pair.first")).toEqual(["a`b", "pair"]);
    expect(found("`a\\`b` + n.a")).toEqual(["a`b", "n.a"]);
    expect(found('"say ""x"""')).toEqual(['say "x"']);
  });
});
