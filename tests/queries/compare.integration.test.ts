import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type QueryResults, readQueryResults } from "../../app/queries/query-results";
import { openClient } from "../../app/server/client";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { run } from "../support/test-client";
import { callQueries, type Ended, onTable } from "./call-queries";

let embedded: TestEmbedded;
let folder: string;
beforeAll(async () => {
  embedded = await startTestEmbedded();
  folder = mkdtempSync(path.join(tmpdir(), "queries-"));
  await fill(embedded);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await embedded.stop();
});

async function fill({ connection }: TestEmbedded): Promise<void> {
  const client = openClient(connection);
  await run(client, "CREATE TABLE odd (id UInt32, text String) ENGINE = MergeTree ORDER BY id");
  await run(client, "INSERT INTO odd SELECT number, 'x' FROM numbers(2)");
  await client.close();
}

function call(table: string, ...args: string[]): Promise<Ended> {
  return callQueries(folder, ...onTable(embedded, table), ...args);
}

const write = (name: string, text: string) => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};

/** A verdict on real times is not the same on a busy machine; the exit code follows it nevertheless. */
function expectVerdict({ code, out, err }: Ended): void {
  const [, slower] = /^\d faster, (\d) slower, \d same, \d unstable$/m.exec(out)!;
  expect({ code, err }).toEqual({ code: slower === "0" ? 0 : 1, err: "" });
}

/** A copy of results in which each query took one time. @param latency in microseconds */
function withLatency(from: string, to: string, latency: number): void {
  const results = JSON.parse(readFileSync(path.join(folder, from), "utf8")) as QueryResults;
  const sizes = results.sizes.map((size) => ({
    ...size,
    queries: size.queries.map((query) => ({
      ...query,
      histogram: [[latency, query.runs]],
      parts: query.parts.map(() => latency),
    })),
  }));
  write(to, JSON.stringify({ ...results, sizes }));
}

describe("two results", () => {
  const compare = (...args: string[]) => callQueries(folder, "--compare", ...args);

  it("of one query are compared, and the slower one is told", async () => {
    const file = write("sleeps.sql", "-- name: sleeps\nSELECT sleep(0.1)");
    for (const out of ["a.json", "b.json"])
      await call("odd", "--queries", file, "--runs", "12", "--out", out);
    expectVerdict(await compare("a.json", "b.json"));
    withLatency("a.json", "quick.json", 100_000);
    withLatency("a.json", "slow.json", 600_000);
    expect(await compare("quick.json", "quick.json")).toMatchObject({
      code: 0,
      out: expect.stringContaining("0 faster, 0 slower, 1 same, 0 unstable"),
    });
    expect(await compare("quick.json", "slow.json")).toMatchObject({
      code: 1,
      out: expect.stringContaining("0 faster, 1 slower, 0 same, 0 unstable"),
    });
    expect(await compare("slow.json", "quick.json")).toMatchObject({
      code: 0,
      out: expect.stringContaining("1 faster, 0 slower, 0 same, 0 unstable"),
    });
  }, 60_000);

  it("are refused in one line where there is nothing to compare", async () => {
    expect(await compare("a.json")).toMatchObject({
      code: 2,
      err: expect.stringContaining("needs two files"),
    });
    expect(await compare("a.json", "nowhere.json")).toMatchObject({ code: 2, out: "" });
    expect(await compare("a.json", "b.json", "--runs", "3")).toMatchObject({ code: 2, out: "" });
    write("x.json", readFileSync(path.join(folder, "a.json"), "utf8").replaceAll("sleeps", "naps"));
    expect(await compare("a.json", "x.json")).toMatchObject({
      code: 2,
      err: expect.stringContaining("no query in common"),
    });
  }, 60_000);
});

it("two servers are measured in turns and compared", async () => {
  const other = await startTestEmbedded();
  try {
    await fill(other);
    const file = write("both.sql", "SELECT sleep(0.1) FROM (SELECT count() FROM odd)");
    const { host, port, database } = other.connection;
    const there = `http://panda@${host}:${port}/${database}`;
    const ended = await call("odd", "--queries", file, "--runs", "9", "--out", "h.json", "--against", there);
    expectVerdict(ended);
    const [here, against] = ["h.json", "h.against.json"].map(
      (name) => readQueryResults(path.join(folder, name)).sizes[0]!.queries[0]!,
    );
    expect([here!.runs, against!.runs]).toEqual([9, 9]);
    expect(await call("empty", "--queries", file, "--against", there)).toMatchObject({ code: 1 });
    expect(await call("odd", "--at", "5", "--against", there)).toMatchObject({ code: 2, out: "" });
  } finally {
    await other.stop();
  }
}, 60_000);
