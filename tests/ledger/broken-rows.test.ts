import fc from "fast-check";
import { Refusal } from "../../app/errors";
import { disjointSteps } from "../../app/ledger/disjoint-steps";
import { unreleased } from "../../app/ledger/holder";
import { runRecords } from "../../app/ledger/run-records";
import { readRunRow } from "../../app/ledger/run-row";
import { runStatuses } from "../../app/ledger/run-statuses";
import { readStepRow } from "../../app/ledger/step-row";
import { checkRanges } from "../../app/plan/range";
import { decide } from "../../app/plan/decide";
import { parseRequest } from "../../app/request/parse-request";
import { renderStatus, statusJson } from "../../scripts/terminal/status-view";
import { styleFor } from "../../scripts/terminal/style";
import { FakeOutput } from "../support/fake-output";
import { beatCells, claimCells, stepCells } from "./rows";

const RUNS = { database: "d", table: "data_faker_runs" };
const STEPS = { database: "d", table: "data_faker_steps" };
const NOW = Date.UTC(2026, 0, 1);

const number = fc.oneof(
  fc.constantFrom("0", "1", "-1", "9007199254740991", "18446744073709551615", "4294967295", "1e999", "nan"),
  fc.constantFrom(0, 1, -1, 2 ** 32 - 1, 1e308, null, undefined),
  fc.maxSafeNat().map(String),
);
const text = fc.oneof(
  fc.constantFrom("", "{half", "[]", "[1]", "{}", "null", '{"caption":1e999}', '{"__proto__":1}'),
  fc.constantFrom("claim", "beat", "stop", "fill", "reset", "released", "written", "announced", "dropped"),
  fc.string({ unit: "binary" }),
);

/** A sound row with some fields that are anything. */
function broken<Cells extends object>(cells: Cells): fc.Arbitrary<Cells> {
  const some = Object.entries(cells).map(([field, value]) => {
    const anything = /^\d+$/.test(String(value)) ? number : text;
    return [field, fc.option(anything, { freq: 6, nil: value })] as const;
  });
  return fc.record(Object.fromEntries(some)) as fc.Arbitrary<Cells>;
}

/** What every command reads of the ledger, and does with it before it acts. */
function readAll(runCells: object[], stepCells: object[]): void {
  const rows = runCells.map((cells) => readRunRow(cells as Record<string, unknown>, RUNS));
  const read = stepCells.map((cells) => readStepRow(cells as Record<string, unknown>, STEPS));
  const steps = disjointSteps(read, STEPS);
  const runs = runStatuses(rows, steps, NOW);
  renderStatus(runs, styleFor(new FakeOutput(false), {}), 80, "d");
  statusJson(runs);
  unreleased(rows);
  const records = runRecords(rows, steps);
  for (const { firstRow, targetRows } of records)
    checkRanges([{ first: firstRow, rows: Math.max(targetRows, 1) }]);
  for (const { first_row: first, rows } of steps) checkRanges([{ first, rows }]);
  decide(parseRequest({ rows: "400" }), records, "seed");
}

describe("rows of the ledger that nobody understands", () => {
  it("are refused in one line that names the row, or make sense: never a stack", () => {
    const runs = fc.array(fc.oneof(broken(claimCells), broken(beatCells)), { maxLength: 4 });
    const steps = fc.array(broken(stepCells), { maxLength: 4 });
    fc.assert(
      fc.property(runs, steps, (runRows, stepRows) => {
        try {
          readAll(runRows, stepRows);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          expect(error.message).not.toMatch(/[\n\r]/);
          expect(error.message.length).toBeLessThan(1_500);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});
