import { disjointSteps } from "../../app/ledger/disjoint-steps";
import { stepRevision } from "../../app/ledger/step-revision";
import { step } from "./rows";

const TABLE = { database: "d", table: "d_steps" };
const announced = (first: number, rows: number, epoch: number) =>
  step(first, { rows, state: "announced", revision: stepRevision(epoch, 1) });

describe("disjointSteps", () => {
  it("orders disjoint steps, and keeps those of each run", () => {
    const steps = [step(101), step(1), step(51, { run_id: "other" })];
    expect(disjointSteps(steps, TABLE)).toEqual([steps[2], steps[1], steps[0]]);
  });

  it("omits announcements over recorded steps, whoever comes first", () => {
    const written = [step(1), step(101)];
    const late = [announced(51, 100, 1), announced(150, 10, 9), announced(151, 200, 1)];
    expect(disjointSteps([...written, ...late], TABLE)).toEqual(written);
    expect(disjointSteps([announced(1, 250, 1), step(101)], TABLE)).toEqual([step(101)]);
  });

  it("omits announcements over newer ones", () => {
    const newer = [announced(51, 50, 2), announced(101, 50, 2)];
    expect(disjointSteps([announced(1, 120, 1), ...newer, announced(110, 90, 1)], TABLE)).toEqual(newer);
  });

  it("refuses recorded steps that overlap, in one line", () => {
    expect(() => disjointSteps([step(1), step(100)], TABLE)).toThrow(
      "Checkpoint corrupted: the recorded steps of rows 1 to 100 and 100 to 199 of run run overlap in `d`.`d_steps`: delete the row that is wrong",
    );
  });
});
