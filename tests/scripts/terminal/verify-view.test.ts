import type { Verification } from "../../../app/run/check/verify-table";
import { styleFor } from "../../../scripts/terminal/style";
import { renderVerification } from "../../../scripts/terminal/verify-view";

const NOTHING: Verification = {
  runs: 1,
  steps: 0,
  rows: 0,
  inDoubt: 2,
  underWay: false,
  otherChecksums: 0,
  notCompared: 0,
  findings: [],
};
const OPTIONS = {
  style: styleFor(process.stdout, { NO_COLOR: "1" }),
  name: { database: "local", table: "t" },
  repair: false,
  prefix: "npm start --",
};

describe("a verification without findings", () => {
  it("is never well where nothing was compared", () => {
    expect(renderVerification(NOTHING, OPTIONS).split("\n")).toEqual([
      "note: 2 steps were started but not recorded: the next run settles them",
      "Nothing was compared: no step is recorded as written",
    ]);
  });

  it("is well where steps were compared", () => {
    expect(renderVerification({ ...NOTHING, inDoubt: 0, steps: 1, rows: 5 }, OPTIONS)).toBe(
      "All is well: all 5 rows in 1 step are as they were written",
    );
  });

  it("of a ledger without a run says that there is nothing to verify", () => {
    expect(renderVerification({ ...NOTHING, runs: 0, inDoubt: 0 }, OPTIONS)).toBe(
      "There is no run yet: nothing to verify.",
    );
  });
});
