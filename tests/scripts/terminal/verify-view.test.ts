import type { Verification } from "../../../app/run/check/verify-table";
import { styleFor } from "../../../scripts/terminal/style";
import { renderVerification } from "../../../scripts/terminal/verify-view";
import type { KeyedTable } from "../../../app/table/table-key";
import { keyedTable } from "../../support/keyed-table";

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
  table: keyedTable("t"),
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

describe("rows that are altered or doubled", () => {
  it("can be removed by a statement in the form of their key", () => {
    const finding = { kind: "doubled", runId: "r", rows: 2, columns: [] } as const;
    const findings = [
      { ...finding, range: { first: 7, rows: 1 } },
      { ...finding, range: { first: 10, rows: 5 } },
    ];
    const statement = (table: KeyedTable) =>
      renderVerification({ ...NOTHING, findings }, { ...OPTIONS, table })
        .split("\n")
        .find((line) => line.includes("DELETE"))!
        .trim();
    expect(statement(keyedTable("t"))).toBe(
      "DELETE FROM `local`.`t` WHERE `image_id` = 7 OR `image_id` BETWEEN 10 AND 14",
    );
    const key = { as: "text", prefix: "cus_", digits: 3 } as const;
    expect(statement(keyedTable("t", "id", "String", key))).toMatch(
      /WHERE \(`id` BETWEEN 'cus_007' AND 'cus_007' AND .*\) OR \(`id` BETWEEN 'cus_010' AND 'cus_014' AND /,
    );
  });
});
