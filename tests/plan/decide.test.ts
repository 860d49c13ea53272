import { decide, refuseMovedStreams } from "../../app/plan/decide";
import type { RunRecord } from "../../app/plan/run-record";
import { parseRequest } from "../../app/request/parse-request";
import { refusalOf } from "../support/refusal";

const unfinished: RunRecord = {
  runId: "a",
  seed: "s",
  firstRow: 1,
  targetRows: 1000,
  batchSize: 10_000,
  checkpointInterval: 1,
  streamVersions: { age: 1 },
  columns: ["age"],
  rowsRecorded: 400,
  rowsReached: 400,
  lastActive: 10,
};
const complete: RunRecord = {
  ...unfinished,
  runId: "b",
  seed: "t",
  firstRow: 5001,
  rowsRecorded: 1000,
  rowsReached: 1000,
  lastActive: 20,
};

/** [flags, runs, what happens, run, target] */
const CASES: readonly (readonly [
  Record<string, string | boolean>,
  readonly RunRecord[],
  string,
  string | undefined,
  number,
])[] = [
  [{}, [], "new", undefined, 200_000_000],
  [{ rows: "500" }, [], "new", undefined, 500],
  [{}, [unfinished], "continue", "a", 1000],
  [{}, [unfinished, complete], "continue", "a", 1000],
  [{}, [complete], "met", "b", 1000],
  [{ rows: "2000" }, [unfinished], "continue", "a", 2000],
  [{ rows: "600" }, [unfinished], "continue", "a", 600],
  [{ rows: "400" }, [unfinished], "met", "a", 400],
  [{ rows: "10" }, [unfinished], "met", "a", 400],
  [{ rows: "2000" }, [complete], "continue", "b", 2000],
  [{ seed: "s" }, [unfinished, complete], "continue", "a", 1000],
  [{ startImageId: "5001" }, [unfinished, complete], "met", "b", 1000],
  [{ startImageId: "9001", rows: "5" }, [unfinished, complete], "new", undefined, 5],
  [{ reset: true, rows: "5", seed: "u" }, [unfinished, complete], "new", undefined, 5],
];

test.each(CASES)("%j", (flags, runs, kind, runId, targetRows) => {
  const decision = decide(parseRequest(flags), runs, "random");
  expect(decision.kind).toBe(kind);
  expect(decision.kind === "new" ? undefined : decision.run.runId).toBe(runId);
  expect(decision.settings.targetRows).toBe(targetRows);
});

test("another seed is refused, unfinished or complete, with both ways out", () => {
  for (const run of [unfinished, complete]) {
    expect(() => decide(parseRequest({ seed: "other" }), [run], "random")).toThrow(
      /--reset.*--start-image-id/,
    );
  }
});

test("a run with gaps ends behind the last of its rows, or not at all", () => {
  const gaps = { ...unfinished, rowsReached: 700 };
  for (const rows of ["10", "400", "699"])
    expect(refusalOf(() => decide(parseRequest({ rows }), [gaps], "random"))).toMatchObject({
      code: "rows-beyond",
      message: expect.stringMatching(/has 400 of its first 700 rows.*at least 700 rows/),
    });
  for (const rows of ["700", "2000"])
    expect(decide(parseRequest({ rows }), [gaps], "random").settings.targetRows).toBe(Number(rows));
  expect(decide(parseRequest({}), [gaps], "random").settings.targetRows).toBe(1000);
  expect(decide(parseRequest({ rows: "5", reset: true }), [gaps], "random").kind).toBe("new");
});

test("another batch size or interval is used from here on", () => {
  const { settings } = decide(
    parseRequest({ batchSize: "20000", checkpointInterval: "3" }),
    [unfinished],
    "random",
  );
  expect(settings).toMatchObject({ batchSize: 20_000, checkpointInterval: 3, seed: "s" });
});

test("a run keeps its batch size; where it grows, a larger default is used", () => {
  const batchSize = (flags: Record<string, string>, run: RunRecord) => {
    const request = { ...parseRequest(flags), batchSize: { value: 100_000, source: "default" as const } };
    return decide(request, [run], "random").settings.batchSize;
  };
  const ofAnother = { ...unfinished, batchSize: 500_000 };
  expect(batchSize({}, unfinished)).toBe(10_000);
  expect(batchSize({ rows: "800" }, unfinished)).toBe(10_000);
  expect(batchSize({ rows: "2000000" }, unfinished)).toBe(100_000);
  expect(batchSize({ rows: "2000000" }, ofAnother)).toBe(500_000);
});

test("a run one of whose streams has moved is not continued; streams that came or went do not matter", () => {
  expect(() => refuseMovedStreams(unfinished, { age: 2 })).toThrow(/other versions of age/);
  expect(() => refuseMovedStreams(unfinished, { gender: 7 })).not.toThrow();
});
