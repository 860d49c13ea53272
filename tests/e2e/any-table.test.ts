import { isDeepStrictEqual } from "node:util";
import { select } from "../../app/server/select";
import { address } from "../../app/server/connection";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { sql } from "../support/raw-http";
import { until } from "../support/until";
import { describeWithStack } from "./describe-with-stack";
import { MooseStack } from "./moose-stack";
import { serviceProject } from "./service-project";

/** The models of Moose's own templates, one of a union and of comments, and some that are each other's keys. */
const MODELS = `
import type { tags } from "typia";
import { dataFaker } from "data-faker";
import { type DateTime, type Key, OlapTable, type UInt64 } from "@514labs/moose-lib";
interface Bar { primaryKey: Key<string>; utcTimestamp: DateTime; hasText: boolean; textLength: number }
export const bars = new OlapTable<Bar>("Bar");
export const barFaker = dataFaker({
  table: bars,
  refill: false,
  strict: true,
  columns: (c) => ({
    primaryKey: c.inferred,
    utcTimestamp: c.time("2025-01-01", "2025-12-31"),
    hasText: c.boolean(0.9),
    textLength: c.integer(7, 9),
  }),
});
interface Visit {
  event_time: DateTime;
  kind: "view" | "click" | "buy";
  /** Values: red, green */
  colour: string;
  visitorId: string;
}
export const visits = new OlapTable<Visit>("visits", { orderByFields: ["event_time"] });
export const visitFaker = dataFaker({ table: visits, refill: false });
interface Booking { bookingId: Key<UInt64>; memberId: string & tags.Format<"uuid">; roomId: string }
export const bookings = new OlapTable<Booking>("bookings");
export const bookingFaker = dataFaker({ table: bookings, refill: false, defaultRows: 2_000 });
interface Member { memberId: Key<string> & tags.Format<"uuid">; email: string; lastBookingId: UInt64 | null }
export const members = new OlapTable<Member>("members");
export const memberFaker = dataFaker({ table: members, refill: false, defaultRows: 400 });
interface Room { id: Key<string>; floor: UInt64 }
export const rooms = new OlapTable<Room>("rooms");
export const roomFaker = dataFaker({ table: rooms, refill: false, defaultRows: 50 });
interface Axes { x: number; y: number; z: number }
interface Channels { channel1: number; channel2: number; channel3: number }
interface Sample {
  sessionId: Key<string>;
  timestamp: Date;
  bandOn: boolean;
  acc: Axes;
  gyro: Axes;
  alpha: number;
  /** Values: rest, focus, sleep */
  mood: string;
  ppm: Channels;
  peaks: { at: number; height: number }[];
}
export const samples = new OlapTable<Sample>("Brain", { orderByFields: ["sessionId", "timestamp"] });
export const sampleFaker = dataFaker({ table: samples, refill: false, defaultRows: 700 });
interface Reading {
  sessionId: Key<string>;
  timestamp: Date;
  acc: Axes;
}
export const readings = new OlapTable<Reading>("readings", { orderByFields: ["sessionId", "timestamp"] });
export const readingFaker = dataFaker({
  table: readings,
  defaultRows: 400,
  refill: { every: "4s", targetRows: 400 },
  columns: (c) => ({ acc: c.object({ x: c.integer(1, 3), y: c.integer(4, 6), z: c.integer(7, 9) }) }),
});
interface Pixel { pixelId: Key<UInt64>; colour: string; photo: string }
export const pixels = new OlapTable<Pixel>("pixels");
export const pixelFaker = dataFaker({ table: pixels, refill: false, cluster: process.env["SHARDS"], shardingKey: "intHash64(pixelId)" });
`;

describeWithStack("any table of a Moose project", () => {
  let stack: MooseStack;
  let shards: TestEmbedded[];
  beforeAll(async () => {
    shards = [await startTestEmbedded(), await startTestEmbedded()];
    const SHARDS = shards.map(({ connection }) => address(connection)).join(",");
    stack = await MooseStack.start({ SHARDS }, serviceProject(MODELS));
  });
  afterAll(async () => {
    await stack?.stop();
    for (const shard of shards ?? []) await shard.stop();
  });

  /** The only row of an answer. */
  async function row<T>(query: string): Promise<T> {
    return (await select<T>(stack.client, query))[0]!;
  }
  async function hashOf(table: string): Promise<string> {
    const query = `SELECT toString(sum(cityHash64(toString(tuple(*))))) AS hash FROM ${table}`;
    return (await row<{ hash: string }>(query)).hash;
  }
  async function answer(...flags: string[]): Promise<string> {
    const { code, out } = await stack.terminal(...flags).end;
    expect(code === 0 ? "" : out).toBe("");
    return out;
  }
  async function filled(workflow: string, input: object): Promise<void> {
    const { status, failure, attempts } = await stack.end(await stack.run(workflow, input));
    expect([status, failure, attempts]).toEqual(["COMPLETED", "", 1]);
  }

  it("is filled by its workflow as the code says; the terminal goes on by the ledger's word", async () => {
    await filled("fake-Bar", { rows: 300, seed: "s" });
    await answer("--table", "Bar", "--rows", "500");
    expect(
      await row(
        `SELECT count() AS n, uniqExact(primaryKey) AS keys, min(textLength) AS least, max(textLength) AS most,
          toString(min(utcTimestamp)) >= '2025-01-01' AS within FROM Bar`,
      ),
    ).toEqual({ n: "500", keys: "500", least: 7, most: 9, within: 1 });
    expect(await answer("verify", "--table", "Bar")).toContain("All is well: all 500 rows");
    const before = await hashOf("Bar");
    await stack.command("TRUNCATE TABLE Bar");
    await filled("fake-Bar", { rows: 500 });
    expect(await hashOf("Bar")).toBe(before);
  });

  it("is spread over a cluster's shards, and the terminal is told of them", async () => {
    const [made] = await select<{ ddl: string }>(
      stack.client,
      "SELECT create_table_query AS ddl FROM system.tables WHERE name = 'pixels'",
    );
    for (const { connection } of shards) await sql(connection, made!.ddl);
    await filled("fake-pixels", { rows: 150_000, seed: "p" });
    const expectEachInPlace = async (rows: number) => {
      const asked = `SELECT uniqExact(pixelId), count(), countIf(intHash64(pixelId) % 2 = 1) FROM pixels FORMAT TSV`;
      const found = await Promise.all(shards.map(({ connection }) => sql(connection, asked)));
      const [first, second] = found.map((line) => line.trim().split("\t").map(Number)) as [
        number[],
        number[],
      ];
      expect([first[0]! + second[0]!, first[2], second[2]]).toEqual([rows, 0, second[0]]);
      expect([first[1], second[1]]).toEqual([first[0], second[0]]);
    };
    await expectEachInPlace(150_000);
    expect(await row("SELECT count() AS n FROM pixels")).toEqual({ n: "0" });
    const { code, out } = await stack.terminal("--table", "pixels", "--rows", "250000").end;
    expect(code).toBe(2);
    const [, flags, key] = /add (--cluster \S+ --sharding-key) '(.*)'$/.exec(out.trim())!;
    await answer("--table", "pixels", "--rows", "250000", ...flags!.split(" "), key!);
    await expectEachInPlace(250_000);
  });

  it("has the same rows whichever door begins it, and the other one goes on", async () => {
    const byTerminal = (...flags: string[]) => answer("--table", "Bar", ...flags);
    const byWorkflow = (input: object) => filled("fake-Bar", input);
    const hash = "SELECT count() AS n, toString(sum(cityHash64(toString(tuple(*))))) AS hash FROM Bar";
    expect(await byTerminal("--reset", "--rows", "300", "--seed", "d")).toContain(
      "The rows of Bar are declared in app/index.ts",
    );
    await byWorkflow({ rows: 700 });
    const terminalFirst = await row<{ n: string }>(hash);
    expect(terminalFirst.n).toBe("700");
    await byWorkflow({ rows: 400, seed: "d", reset: true });
    expect(await row(hash)).not.toEqual(terminalFirst);
    await byTerminal("--rows", "700");
    expect(await row(hash)).toEqual(terminalFirst);
    const found = await row("SELECT min(textLength) AS least, max(textLength) AS most FROM Bar");
    expect(found).toEqual({ least: 7, most: 9 });
  });

  it("is filled by what its declaration tells, and the terminal keeps to it though the server knows less", async () => {
    await filled("fake-visits", { rows: 300 });
    await answer("--table", "visits", "--rows", "600");
    expect(
      await row(
        "SELECT count() AS n, arraySort(groupUniqArray(kind)) AS kinds, arraySort(groupUniqArray(colour)) AS colours FROM visits",
      ),
    ).toEqual({ n: "600", kinds: ["buy", "click", "view"], colours: ["green", "red"] });
    expect(await answer("verify", "--table", "visits")).toContain("All is well: all 600 rows");
  });

  /** A row in which each object has one row, and what else holds of all of them. */
  const BRAIN = `SELECT count() AS n, uniqExact(timestamp) AS keys, uniqExact(sessionId) > 1 AS several,
    countIf(length(acc) = 1 AND length(gyro) = 1 AND length(ppm) = 1) AS whole,
    countIf(abs(acc[1].x) <= 2 AND abs(gyro[1].y) <= 250) AS within, countIf(length(acc) = 0) AS empty,
    countIf(arrayAll(peak -> length(peak) = 1, peaks)) AS peaked, max(length(peaks)) AS most,
    arraySort(groupUniqArray(mood)) AS moods FROM Brain`;
  const brain = (rows: number) => ({
    n: String(rows),
    keys: String(rows),
    several: 1,
    whole: String(rows),
    within: String(rows),
    empty: "0",
    peaked: String(rows),
    most: "5",
    moods: ["focus", "rest", "sleep"],
  });

  it("has objects, each of one row, by both writers through both doors", async () => {
    await filled("fake-Brain", { rows: 300, seed: "s", writer: "olap" });
    await filled("fake-Brain", { rows: 450, writer: "native" });
    expect(await row(BRAIN)).toEqual(brain(450));
    const half = await hashOf("Brain");
    await answer("--table", "Brain", "--rows", "600", "--writer", "olap");
    await answer("--table", "Brain", "--rows", "700", "--writer", "native");
    expect(await row(BRAIN)).toEqual(brain(700));
    expect(await answer("verify", "--table", "Brain")).toContain("All is well: all 700 rows");

    await answer("--table", "Brain", "--reset", "--rows", "450", "--seed", "s", "--writer", "native");
    expect(await hashOf("Brain")).toBe(half);
  });

  it("is repaired with the same rows", async () => {
    const [before, found] = [await hashOf("Brain"), await row<{ n: string }>(BRAIN)];
    await stack.command("DELETE FROM Brain WHERE acc[1].x > 0");
    expect((await row<{ n: string }>(BRAIN)).n).not.toBe(found.n);
    const { code, out } = await stack.terminal("verify", "--table", "Brain", "--repair").end;
    expect([code, out]).toEqual([0, expect.stringMatching(/missing/)]);
    expect([await row(BRAIN), await hashOf("Brain")]).toEqual([found, before]);
  });

  it("has objects as code refines them, and is refilled with them", async () => {
    const refined = `SELECT count() AS n,
      countIf(length(acc) = 1 AND acc[1].x IN (1, 2, 3) AND acc[1].z IN (7, 8, 9)) AS refined FROM readings`;
    const all = { n: "400", refined: "400" };
    const isFull = async () => isDeepStrictEqual(await row(refined), all);
    await filled("fake-readings", { rows: 300 });
    await until("it is refilled", isFull);
    const before = await hashOf("readings");
    await stack.command("TRUNCATE TABLE readings");
    await until("its rows are back", isFull);
    expect(await hashOf("readings")).toBe(before);
    expect(await answer("verify", "--table", "readings")).toContain("All is well: all 400 rows");
  });

  it("finds the rows of the tables whose keys its columns are, with nothing said, in whatever order they stand", async () => {
    await filled("fake-all", {});
    expect(
      await row(
        `SELECT count() AS n, countIf(memberId NOT IN (SELECT memberId FROM members)) AS without,
          countIf(roomId NOT IN (SELECT id FROM rooms)) AS nowhere, uniqExact(memberId) > 200 AS many FROM bookings`,
      ),
    ).toEqual({ n: "2000", without: "0", nowhere: "0", many: 1 });
    expect((await answer("explain", "--table", "bookings")).replace(/\s+/g, " ")).toMatch(
      /memberId .*key of members.*roomId .*key of rooms/,
    );
    expect(await answer("verify", "--table", "bookings")).toContain("All is well: all 2,000 rows");
  });
});
