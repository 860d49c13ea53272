import type { ClickHouseClient } from "@clickhouse/client";
import { chooseDomain } from "../../app/domains/choose-domain";
import { clusterConnections } from "../../app/server/cluster";
import { openClient } from "../../app/server/client";
import { readTargetTable } from "../../app/table/target-table";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";

const replica = (host: string) => `<replica><host>${host}</host><port>9000</port></replica>`;
const cluster = (name: string, shards: readonly (readonly string[])[]) =>
  `<${name}>${shards.map((hosts) => `<shard>${hosts.map(replica).join("")}</shard>`).join("")}</${name}>`;

let server: TestEmbedded;
let client: ClickHouseClient;
beforeAll(async () => {
  const clusters = [
    cluster("photos", [["127.0.0.1", "127.0.0.2"], ["127.0.0.3"]]),
    cluster("twice", [["127.0.0.1"], ["127.0.0.1"]]),
  ];
  server = await startTestEmbedded(`<remote_servers>${clusters.join("")}</remote_servers>`);
  client = openClient(server.connection);
});
afterAll(async () => {
  await client?.close();
  await server?.stop();
});

const places = async (named: string) =>
  (await clusterConnections(client, server.connection, named)).map(({ connection: { host, port } }) => [
    host,
    port,
  ]);

describe("the shards of a cluster", () => {
  it("are the first replicas of the shards that the server knows, at the connection's HTTP port", async () => {
    const { port } = server.connection;
    expect(await places("photos")).toEqual([
      ["127.0.0.1", port],
      ["127.0.0.3", port],
    ]);
  });

  it("are those whose addresses are given, in their order", async () => {
    expect(await places("b:2, a:1,[::1]:3")).toEqual([
      ["b", 2],
      ["a", 1],
      ["[::1]", 3],
    ]);
  });

  it.each([
    ["phot0s", /no cluster "phot0s"; it knows photos, twice; /],
    ["twice", /two shards would be at 127.0.0.1:\d+: name their HTTP addresses/],
    ["a:1,a:1", /two shards would be at a:1/],
    ["a:1,b", /received "b"/],
    ["a:1,", /received ""/],
    ["a:0", /received "a:0"/],
    ["a:65536", /received "a:65536"/],
    ["http://a:1", /received "http/],
  ])("are refused as %s", (named, message) =>
    expect(places(named)).rejects.toMatchObject({ exitCode: 2, message: expect.stringMatching(message) }),
  );
});

it.each([
  ["", ""],
  [", rand()", ""],
  [", intHash64(image_id), 'default'", " --sharding-key 'intHash64(image_id)'"],
])("a Distributed table says which tables to fill%s", async (parameters, flags) => {
  await client.command({ query: "DROP TABLE IF EXISTS d SYNC" });
  await client.command({
    query: `CREATE TABLE d (image_id UInt32) ENGINE = Distributed('photos', 'local', 'images'${parameters})`,
  });
  const table = await readTargetTable(client, { database: "local", table: "d" }, (facts) =>
    chooseDomain(facts, {}),
  );
  expect(table!.obstacles).toEqual([
    `it is Distributed, and its rows lie in local.images of the shards of cluster photos: fill these with --table local.images --cluster photos${flags}`,
  ]);
});
