import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readQueryResults } from "../../app/queries/query-results";
import { Refusal } from "../../app/errors";
import { openClient } from "../../app/server/client";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { run } from "../support/test-client";
import { callQueries, type Ended, onTable } from "./call-queries";

const HOSTILE = "<img onerror=alert(1)> 'a' \"b\" \\ `c` \u202e";
const ORDERS = `CREATE TABLE orders (
  id UInt32, status LowCardinality(String) COMMENT 'Values: open, paid, shipped', country String,
  net Decimal(10, 2), \`odd 'name\` Nullable(String), INDEX by_net net TYPE minmax GRANULARITY 1
) ENGINE = MergeTree PARTITION BY status ORDER BY id`;

let embedded: TestEmbedded;
let folder: string;
beforeAll(async () => {
  embedded = await startTestEmbedded();
  folder = mkdtempSync(path.join(tmpdir(), "queries-"));
  mkdirSync(path.join(folder, "queries"));
  const client = openClient(embedded.connection);
  await run(client, ORDERS, "CREATE TABLE empty (id UInt32, country String) ENGINE = MergeTree ORDER BY id");
  await run(client, "CREATE TABLE odd (id UInt32, text String) ENGINE = MergeTree ORDER BY id");
  await client.insert({
    table: "odd",
    values: [
      { id: 1, text: HOSTILE },
      { id: 2, text: "tab\tline\n" },
    ],
    format: "JSONEachRow",
  });
  await client.close();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await embedded.stop();
});

function call(table: string, ...args: string[]): Promise<Ended> {
  return callQueries(folder, ...onTable(embedded, table), ...args);
}

const write = (name: string, text: string) => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};

describe("queries on a table that is filled by a specification", () => {
  beforeAll(() => {
    write(
      "queries/orders.sql",
      `-- name: statuses
-- expect: shares of status
SELECT status, count() FROM orders GROUP BY status
-- name: without some
-- expect: shares of status
SELECT status, count() FROM orders WHERE id % 7 != 0 OR status != 'open' GROUP BY status
-- name: of a status
SELECT avg(net) FROM orders WHERE status = {status:String} AND id > 5000
-- name: broken
SELECT nothing FROM orders`,
    );
  });

  it("are measured at each size, and what they read grows as the rows do", async () => {
    const { code, out, err } = await call("orders", "--at", "20k,40k,80k", "--runs", "6", "--seed", "7");
    expect(err).toBe("");
    // A broken query, and a wrong answer.
    expect(code).toBe(1);
    expect(out).toContain("broken (1 client): 1 failed:");
    expect(out).toMatch(/statuses: shares of status: right, all 3 values/);
    expect(out).toMatch(/without some: shares of status: wrong: "open" 2\d\.\d+ % instead of 33\.33 %/);
    const results = readQueryResults(path.join(folder, ".data-faker/queries/local.orders.json"));
    expect(results.sizes.map(({ rows }) => rows)).toEqual([20_000, 40_000, 80_000]);
    expect(results).toMatchObject({ format: 1, seed: "7", run: { seed: "7" } });
    const [statuses, , ofStatus] = results.sizes[2]!.queries;
    expect(statuses).toMatchObject({
      name: "statuses",
      runs: 6,
      errors: 0,
      unanswered: 0,
      // The server knows these counts of its parts.
      read: { rows: 9, peakMemory: null, source: "events" },
      answer: { right: true, values: 3 },
    });
    expect(statuses!.histogram.reduce((sum, [, count]) => sum + count, 0)).toBe(6);
    expect(statuses!.parts).toHaveLength(6);
    expect(statuses!.keys).toMatchObject([{ projection: true, stages: [] }]);
    expect(ofStatus!.keys[0]!.stages.map(({ type }) => type)).toEqual(
      expect.arrayContaining(["MinMax", "Partition", "PrimaryKey"]),
    );
    expect(ofStatus!.read.rows).toBeLessThan(40_000);
    expect(ofStatus!.read.rows).toBeGreaterThan(20_000);
    const estimate = results.estimates.find(({ name }) => name === "of a status")!;
    expect(estimate).toMatchObject({ rows: 200_000_000, from: 80_000 });
    expect(estimate.bytesExponent).toBeGreaterThan(0.8);
    expect(estimate.bytesExponent).toBeLessThan(1.4);
    expect(out).toContain("what 200,000,000 rows will take");
  }, 180_000);

  it("are compared with what was estimated", async () => {
    await call("orders", "--runs", "3", "--target", "100k");
    const { out } = await call("orders", "--at", "100k", "--runs", "3", "--target", "1M");
    expect(out).toContain("What was estimated for 100,000 rows");
  }, 60_000);

  it("are refused at a size that is passed, and at other flags of a run without one", async () => {
    expect(await call("orders", "--at", "1k")).toMatchObject({
      code: 2,
      err: expect.stringContaining("rows already"),
    });
    expect(await call("orders", "--threads", "1")).toMatchObject({ code: 2, out: "" });
  }, 60_000);
});

it("a parameter has whatever text the column has", async () => {
  const file = write("odd.sql", "SELECT throwIf(count() != 1) FROM odd WHERE text = {text:String}");
  const { code, out } = await call("odd", "--queries", file, "--runs", "8", "--out", "odd.json");
  expect([code, out]).toEqual([0, expect.stringContaining("Kept in odd.json")]);
  const [query] = readQueryResults(path.join(folder, "odd.json")).sizes[0]!.queries;
  expect(query).toMatchObject({ name: "odd", runs: 8, errors: 0 });
}, 60_000);

it("a query has up to nine parts, but three where its time is over, and all clients are in each", async () => {
  const file = write("parts.sql", "SELECT sleep(0.4)");
  const parts = async (...bounds: string[]) => {
    expect(await call("odd", "--queries", file, ...bounds, "--out", "p.json")).toMatchObject({ code: 0 });
    const [query] = readQueryResults(path.join(folder, "p.json")).sizes[0]!.queries;
    return [query!.parts.length, query!.runs];
  };
  expect(await parts("--runs", "10")).toEqual([9, 10]);
  expect(await parts("--runs", "1")).toEqual([1, 1]);
  expect(await parts("--seconds", "1", "--runs", "50")).toEqual([3, 3]);
  expect(await parts("--clients", "3", "--runs", "8")).toEqual([2, 8]);
  expect(await parts("--rate", "4", "--runs", "6")).toEqual([3, 6]);
}, 60_000);

it("an open loop sends as often as it is told, and counts waiting", async () => {
  const file = write("slow.sql", "SELECT sleep(0.1)");
  const { code } = await call("odd", "--queries", file, "--rate", "20", "--seconds", "3", "--out", "o.json");
  expect(code).toBe(0);
  const [query] = readQueryResults(path.join(folder, "o.json")).sizes[0]!.queries;
  // The engine answers ten a second: of each second's 20 the last one waits for a second.
  expect(query!.runs).toBe(60);
  expect(query!.latency!.p50).toBeGreaterThan(300_000);
  expect(query!.latency!.max).toBeGreaterThan(900_000);
  expect(query!.serverMedian).toBeLessThan(query!.latency!.p50 / 2);
}, 60_000);

it("nothing is written, whatever a file says", async () => {
  const file = write("drop.sql", "-- name: x\nWITH 1 AS a SELECT a; DROP TABLE odd");
  expect(await call("odd", "--queries", file)).toMatchObject({ code: 2, out: "" });
  const table = write("url.sql", "SELECT * FROM executable('x', TSV, 'a String', (SELECT 1))");
  const { code, out } = await call("odd", "--queries", table, "--out", "x.json");
  expect([code, out]).toEqual([1, expect.stringMatching(/url \(1 client\): 1 failed/)]);
}, 60_000);

it("an empty table, one without a run, and one that is not there have an answer each", async () => {
  const plain = write("plain.sql", "SELECT count() FROM empty WHERE country != 'x'");
  const ended = await call("empty", "--queries", plain, "--runs", "3", "--out", "e.json");
  expect(ended).toMatchObject({ code: 0, err: "" });
  expect(readQueryResults(path.join(folder, "e.json"))).toMatchObject({ run: null, seed: "42" });
  const drawn = write("drawn.sql", "SELECT count() FROM empty WHERE country = {country:String}");
  expect(await call("empty", "--queries", drawn)).toMatchObject({
    code: 2,
    err: expect.stringContaining('no value for the parameter "country"'),
  });
  expect(await call("not 'there", "--queries", plain)).toMatchObject({ code: 1, out: "" });
  expect(await call("empty", "--queries", "nowhere")).toMatchObject({ code: 2, out: "" });
}, 60_000);

it("a file of results that is none is refused in one line", () => {
  const broken = write("broken.json", '{"format": 2}');
  for (const file of [broken, path.join(folder, "not-there.json"), write("no.json", "{")])
    expect(() => readQueryResults(file)).toThrow(Refusal);
  expect(readFileSync(broken, "utf8")).toBe('{"format": 2}');
});
