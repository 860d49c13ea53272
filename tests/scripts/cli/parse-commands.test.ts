import { HERE, message, parse } from "./parsed";

describe("parseArguments", () => {
  it("reads a plan: by one worker on one shard, unless more are named", () => {
    expect(parse("plan", "--rows", "100G")).toMatchObject({
      kind: "plan",
      request: { target: { rows: 1e11 } },
      workers: 1,
      shards: 1,
      json: false,
    });
    expect(parse("plan", "--workers", "64", "--shards", "8", "--json", "--table", "t")).toMatchObject({
      kind: "plan",
      workers: 64,
      shards: 8,
      json: true,
      place: { table: "t" },
    });
    expect(message(["plan", "--workers", "0"])).toMatch(
      /^--workers: expected a whole number from 1 to 1,000/,
    );
    expect(message(["plan", "--reset"])).toMatch(/--reset cannot be combined with plan/);
    expect(message(["--workers", "2"])).toMatch(/--workers belongs to plan/);
  });

  it("reads what else can be asked for", () => {
    expect(parse("--count")).toEqual({ kind: "count", place: HERE });
    expect(parse("-c", "--embedded")).toEqual({ kind: "count", place: { ...HERE, embedded: true } });
    expect(parse("status")).toEqual({ kind: "status", json: false, watch: false, place: HERE });
    expect(parse("--json", "status", "--watch", "--project=x")).toEqual({
      kind: "status",
      json: true,
      watch: true,
      place: { ...HERE, project: "x" },
    });
    expect(parse("verify")).toEqual({ kind: "verify", repair: false, json: false, place: HERE });
    expect(parse("verify", "--json")).toEqual({ kind: "verify", repair: false, json: true, place: HERE });
    expect(parse("verify", "--repair", "--embedded")).toEqual({
      kind: "verify",
      json: false,
      repair: true,
      place: { ...HERE, embedded: true },
    });
    const url = "http://somebody@localhost:8123/shop";
    expect(parse("ddl", "--url", url)).toEqual({ kind: "ddl", place: { ...HERE, url } });
    expect(parse("ddl", "--cluster", "photos")).toEqual({
      kind: "ddl",
      place: { ...HERE, cluster: "photos" },
    });
    expect(parse("--count", "--url", url)).toEqual({ kind: "count", place: { ...HERE, url } });
    expect(parse("stop", "--yes")).toEqual({ kind: "stop", place: { ...HERE, yes: true } });
    for (const command of ["run", "--count", "status", "verify", "stop"])
      expect(parse(...(command === "run" ? [] : [command]), "--table", "shop.photos")).toMatchObject({
        kind: command.replace("--", ""),
        place: { ...HERE, table: "shop.photos" },
      });
    const preview = { kind: "preview", rows: 3, startImageId: 1, place: HERE };
    expect(parse("preview")).toEqual(preview);
    const asked = { ...preview, rows: 1_000_000, format: "csv", seed: "--x", startImageId: 9 };
    expect(parse("preview", "--rows=1M", "--seed=--x", "--start-row=9", "--format=csv")).toEqual(asked);
    expect(parse("explain", "--table", "t", "--row", "0", "--write-spec", "f", "--spec", "g")).toEqual({
      kind: "explain",
      row: 0,
      seed: undefined,
      spec: "g",
      writeSpec: "f",
      place: { ...HERE, table: "t" },
    });
    expect(parse("--start-row", "7")).toEqual(parse("--start-image-id=7"));
    expect(parse("--start-row=7")).toEqual(parse("--start-image-id=7"));
    for (const argv of [["--help"], ["-h"], ["help"], ["--rows", "x", "--help"]])
      expect(parse(...argv)).toEqual({ kind: "help" });
    for (const argv of [["--version"], ["-V"]]) expect(parse(...argv)).toEqual({ kind: "version" });
  });

  it("takes where rows lie", () => {
    const place = { ...HERE, cluster: "photos", shardingKey: "cityHash64(author)" };
    const flags = ["--cluster", place.cluster, "--sharding-key", place.shardingKey];
    expect(parse("--count", ...flags)).toEqual({ kind: "count", place });
    expect(message(["--count", ...flags.slice(2)])).toContain("name it with --cluster");
    expect(message(["dev", ...flags])).toContain("cannot be combined with dev");
  });
});
