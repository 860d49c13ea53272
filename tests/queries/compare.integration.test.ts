import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readQueryResults } from "../../app/queries/query-results";
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

/** On a busy machine times scatter too much to call them the same. */
const NOT_TOLD_APART = /0 faster, 0 slower, (1 same, 0 unstable|0 same, 1 unstable)/;

describe("two results", () => {
  const compare = (...args: string[]) => callQueries(folder, "--compare", ...args);

  it("of one query are the same, and those of a slower one of its name are not", async () => {
    const quick = write("sleeps.sql", "-- name: sleeps\nSELECT sleep(0.1)");
    for (const out of ["a.json", "b.json"])
      await call("odd", "--queries", quick, "--runs", "12", "--out", out);
    const slow = write("slower.sql", "-- name: sleeps\nSELECT sleep(0.6)");
    await call("odd", "--queries", slow, "--runs", "12", "--out", "c.json");
    expect(await compare("a.json", "b.json")).toMatchObject({
      code: 0,
      out: expect.stringMatching(NOT_TOLD_APART),
    });
    expect(await compare("a.json", "c.json")).toMatchObject({
      code: 1,
      out: expect.stringContaining("0 faster, 1 slower, 0 same, 0 unstable"),
    });
    expect(await compare("c.json", "a.json")).toMatchObject({
      code: 0,
      out: expect.stringContaining("1 faster, 0 slower"),
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
    expect(ended).toMatchObject({ code: 0, err: "", out: expect.stringMatching(NOT_TOLD_APART) });
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
