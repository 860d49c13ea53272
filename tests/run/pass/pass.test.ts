import fc from "fast-check";
import type { StepRow } from "../../../app/ledger/step-row";
import { rowsOf } from "../../../app/plan/range";
import { RowSet } from "../../../app/plan/row-set";
import type { Damage } from "../../../app/run/check/damage";
import { isDone, planPass, repairsOf, stepsOf } from "../../../app/run/pass/pass";

const settings = { seed: "s", firstRow: 101, targetRows: 100_000, batchSize: 3_000, checkpointInterval: 2 };

const step = (first_row: number, rows: number, batches = 1) => ({ first_row, rows, batches }) as StepRow;
const damaged = (first: number, rows: number, inPlace = false): Damage => ({
  range: { first, rows },
  lacks: RowSet.all({ first, rows }),
  known: true,
  kept: 0n,
  inPlace,
  recorded: true,
  held: undefined,
  remove: false,
});

/** Disjoint steps within the run and beyond it, some of them damaged. */
const someSteps = fc
  .array(
    fc.record({
      gap: fc.constantFrom(0, 0, 1, 7_000),
      rows: fc.integer({ min: 1, max: 12_000 }),
      lost: fc.constantFrom(undefined, "all", "some"),
    }),
    { maxLength: 20 },
  )
  .map((parts) => {
    let next = settings.firstRow;
    return parts.map(({ gap, rows, lost }) => {
      const first = next + gap;
      next = first + rows;
      return {
        step: step(first, rows),
        damage: lost === undefined ? [] : [damaged(first, rows, lost === "some")],
      };
    });
  });

describe("the plan of a pass", () => {
  it("has each row number of the run once: held, or to be written", () => {
    fc.assert(
      fc.property(someSteps, (parts) => {
        const steps = parts.map((part) => part.step);
        const pass = planPass(
          settings,
          steps,
          parts.flatMap((part) => part.damage),
          false,
        );
        const end = settings.firstRow + settings.targetRows;
        const beyond = steps.reduce(
          (sum, { first_row, rows }) => sum + Math.max(0, first_row + rows - Math.max(end, first_row)),
          0,
        );
        expect(pass.rowsHeld + pass.rowsToWrite).toBe(settings.targetRows + beyond);
        const repairs = [...repairsOf(pass, settings, 1)];
        const work = [...repairs, ...stepsOf(pass, settings, 1)];
        expect(work.reduce((sum, { lacks }) => sum + rowsOf(lacks), 0)).toBe(pass.rowsToWrite);
        expect(isDone(pass)).toBe(work.length === 0);
        const all = work.flatMap(({ lacks }) => [...lacks]).sort((a, b) => a.first - b.first);
        all.forEach(({ first }, i) => {
          const before = all[i - 1];
          if (before !== undefined) expect(before.first + before.rows).toBeLessThanOrEqual(first);
        });
      }),
    );
  });

  it("cuts free row numbers into steps of whole batches, after the damaged ones", () => {
    const pass = planPass(
      settings,
      [step(101, 6_000, 2), step(6_101, 80_000, 27)],
      [damaged(101, 6_000)],
      false,
    );
    expect(pass).toMatchObject({ rowsHeld: 80_000, batchesHeld: 29, rowsToWrite: 20_000 });
    expect(
      [...stepsOf(pass, settings, 1)].map(({ range, known }) => [range.first, range.rows, known]),
    ).toEqual([
      [101, 6_000, true],
      [86_101, 6_000, false],
      [92_101, 6_000, false],
      [98_101, 2_000, false],
    ]);
  });

  it("fills holes of recorded steps by batches that reach over steps, and no others", () => {
    const damage = [damaged(101, 2_000, true), damaged(3_101, 1_000), damaged(5_101, 5_500, true)];
    const pass = planPass(settings, [], damage, true);
    expect([...repairsOf(pass, settings, 1)].map(({ lacks }) => [...lacks])).toEqual([
      [
        { first: 101, rows: 2_000 },
        { first: 5_101, rows: 1_000 },
      ],
      [{ first: 6_101, rows: 3_000 }],
      [{ first: 9_101, rows: 1_500 }],
    ]);
    expect([...stepsOf(pass, settings, 1)].map(({ range }) => range.first)).toEqual([3_101]);
  });

  it("leaves free row numbers alone in a repair", () => {
    expect(planPass(settings, [step(101, 10)], [], true)).toMatchObject({ free: [], rowsToWrite: 0 });
    expect(isDone(planPass(settings, [], [], true))).toBe(true);
  });

  it("writes a small run in one step and one batch", () => {
    const small = { ...settings, targetRows: 500, batchSize: 10, checkpointInterval: 1 };
    expect([...stepsOf(planPass(small, [], [], false), small, 1)].map(({ range }) => range)).toEqual([
      { first: 101, rows: 500 },
    ]);
  });
});
