import fc from "fast-check";
import type { RunRecord } from "../../app/plan/run-record";
import { planRefill } from "../../app/workflows/refill-plan";

const run = (fields: Partial<RunRecord>): RunRecord => ({
  runId: "r",
  seed: "42",
  firstRow: 1,
  targetRows: 100,
  batchSize: 10,
  checkpointInterval: 1,
  streamVersions: {},
  columns: [],
  rowsRecorded: 100,
  rowsReached: fields.rowsRecorded ?? 100,
  lastActive: 0,
  ...fields,
});
const TO_200 = { targetRows: 200, step: undefined, repair: true };

test("waits for the first run", () => {
  expect(planRefill([], TO_200, 0)).toBe("there is no run yet to continue");
});

test("tops up the run that was active last, whatever the order", () => {
  const runs = [run({ firstRow: 1, lastActive: 5 }), run({ firstRow: 1_001, lastActive: 9 })];
  const due = { input: { startImageId: 1_001, rows: 200 }, stopAt: 200 };
  expect(planRefill(runs, TO_200, 200)).toEqual(due);
  expect(planRefill([...runs].reverse(), TO_200, 200)).toEqual(due);
});

test("goes a step at a time", () => {
  expect(planRefill([run({})], { ...TO_200, step: 30 }, 100)).toEqual({
    input: { startImageId: 1, rows: 130 },
    stopAt: 130,
  });
  expect(
    planRefill([run({ rowsRecorded: 190, targetRows: 190 })], { ...TO_200, step: 30 }, 190),
  ).toMatchObject({
    stopAt: 200,
  });
});

test("does not shrink a run whose own target is larger: it stops at the goal", () => {
  expect(planRefill([run({ targetRows: 1_000 })], TO_200, 100)).toEqual({
    input: { startImageId: 1 },
    stopAt: 200,
  });
});

test("writes lost rows of a full run again, unless told not to", () => {
  const runs = [run({ rowsRecorded: 200, targetRows: 200 }), run({ firstRow: 1_001, lastActive: -1 })];
  expect(planRefill(runs, TO_200, 300)).toBe("full, 200 rows");
  expect(planRefill(runs, TO_200, undefined)).toBe("full, 200 rows");
  expect(planRefill(runs, TO_200, 299)).toEqual({ input: { startImageId: 1, rows: 200 }, stopAt: 200 });
  expect(planRefill(runs, { ...TO_200, repair: false }, 299)).toBe("full, 200 rows");
});

test("never asks for fewer rows than are recorded, nor for more than the target and a step allow", () => {
  const count = fc.integer({ min: 0, max: 1_000 });
  fc.assert(
    fc.property(
      count,
      count,
      fc.option(fc.integer({ min: 1, max: 500 }), { nil: undefined }),
      (rows, target, step) => {
        const refill = { targetRows: Math.max(1, target), step, repair: true };
        const plan = planRefill([run({ rowsRecorded: rows, targetRows: rows })], refill, rows);
        if (rows >= refill.targetRows) expect(typeof plan).toBe("string");
        else expect(plan).toMatchObject({ stopAt: Math.min(refill.targetRows, rows + (step ?? Infinity)) });
      },
    ),
  );
});
