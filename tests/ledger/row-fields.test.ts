import { databaseOfTarget } from "../../app/ledger/database-of-target";
import { readRunRow } from "../../app/ledger/run-row";
import { readStepRow } from "../../app/ledger/step-row";
import { LEDGER_VERSION } from "../../datamodels/ledger-version";
import { beat, beatCells, claim, claimCells, step, stepCells } from "./rows";

const TABLE = { database: "d", table: "data_faker_runs" };

/** One line that names the field, and the row by its key. */
const corrupt = (field: string) => ({
  code: "ledger-corrupt",
  exitCode: 2,
  message: expect.stringMatching(
    new RegExp(`^Checkpoint corrupted: ${field} is [^\\n]*where target_[^\\n]*$`),
  ),
});

function thrown(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe("a row of the table of runs", () => {
  it("is read as it was added", () => {
    expect(readRunRow(claimCells, TABLE)).toEqual(claim());
    expect(readRunRow(beatCells, TABLE)).toEqual(beat());
    expect(readRunRow({ ...claimCells, added_later: 7 }, TABLE)).toEqual(claim());
    const told = (message: string) => readRunRow({ ...claimCells, message }, TABLE);
    expect(told("shared")).toEqual(claim({ shared: true }));
    const shards = ["a:1", "b:2"];
    expect(told('{"shards":["a:1","b:2"]}')).toEqual(claim({ shards }));
    expect(told('{"shared":true,"shards":["a:1","b:2"]}')).toEqual(claim({ shared: true, shards }));
    expect(told('{"shared":true,"skipped":["j"]}')).toEqual(claim({ shared: true, skipped: ["j"] }));
    const shardedBy = { expression: "cityHash64(id)", weights: [1, 2] };
    expect(told(JSON.stringify({ shards, shardedBy }))).toEqual(claim({ shards, shardedBy }));
    for (const wrong of [5, {}, { ...shardedBy, weights: [1] }, { ...shardedBy, weights: ["1", 2] }])
      expect(thrown(() => told(JSON.stringify({ shards, shardedBy: wrong })))).toMatchObject(
        corrupt("message"),
      );
    for (const wrong of ["{half", '{"shards":5}', '{"shards":["a:1",2]}', '{"shared":1}'])
      expect(thrown(() => told(wrong))).toMatchObject(corrupt("message"));
  });

  it.each([
    ["stream_versions", "{half"],
    ["stream_versions", "[]"],
    ["stream_versions", '{"caption":"1"}'],
    ["columns", "null"],
    ["columns", "[1]"],
    ["seed", ""],
    ["run_id", ""],
    ["batch_size", 0],
    ["checkpoint_interval", 0],
    ["first_row", "18446744073709551615"],
    ["target_rows", undefined],
    ["target_rows", "NaN"],
    ["epoch", -1],
    ["epoch", 2 ** 32 - 1],
    ["target_rows", String(2 ** 53)],
    ["intent", "delegate"],
    ["kind", "delegate"],
    ["door", ""],
    ["at", null],
    ["host", "line\nbreak".length],
  ])("is refused where %s is %j", (field, value) => {
    expect(thrown(() => readRunRow({ ...claimCells, [field]: value }, TABLE))).toMatchObject(corrupt(field));
  });

  it("is refused where a beat has an unknown state", () => {
    expect(thrown(() => readRunRow({ ...beatCells, state: "paused\n" }, TABLE))).toMatchObject(
      corrupt("state"),
    );
  });

  it("is refused where a newer data-faker wrote it, whatever else it says", () => {
    expect(
      thrown(() => readRunRow({ ...claimCells, kind: "x", ledger_version: LEDGER_VERSION + 1 }, TABLE)),
    ).toMatchObject({
      code: "ledger-newer",
      exitCode: 2,
      message: expect.stringMatching(
        /^The state table [^\n]* was written by a newer data-faker [^\n]*: use that one/,
      ),
    });
  });
});

describe("a row of the table of steps", () => {
  it("is read as it was added", () => {
    expect(readStepRow(stepCells, TABLE)).toEqual(step(1, { checksum: 2n ** 64n - 1n }));
  });

  it.each([
    ["rows", "0"],
    ["rows", String(2 ** 53)],
    ["revision", String(Number.MAX_SAFE_INTEGER)],
    ["first_row", "x"],
    ["state", ""],
    ["checksum", "-1"],
    ["checksum", null],
    ["seconds", "nan"],
    ["seconds", null],
    ["run_id", ""],
  ])("is refused where %s is %j", (field, value) => {
    expect(thrown(() => readStepRow({ ...stepCells, [field]: value }, TABLE))).toMatchObject(corrupt(field));
  });
});

it.each([
  [[], "own", "own"],
  [["own"], "own", "own"],
  [["other"], "own", "other"],
  [["own", "other"], "own", "own"],
  [["own", "other"], "other", undefined],
  [["other", "third"], "own", undefined],
])("a table in %j, while one of database %s is filled, was meant in %s", (databases, target, meant) => {
  expect(databaseOfTarget("t", databases, "own", { database: target, table: "t" })).toBe(meant);
});
