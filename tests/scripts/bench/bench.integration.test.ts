import { renderReport } from "../../../scripts/bench/bench-report";
import { baselineRow } from "../../../scripts/bench/baseline-rows";
import { QUICK } from "../../../scripts/bench/bench-size";
import { spreadOf } from "../../../scripts/bench/measurement";
import { runBench } from "../../../scripts/bench/run-bench";

describe("the benchmark", () => {
  it("takes the middle of the rounds", () => {
    expect(spreadOf([3, 1, 2])).toEqual({ min: 1, median: 2, max: 3 });
    expect(spreadOf([1, 10, 2, 3])).toEqual({ min: 1, median: 2.5, max: 10 });
  });

  it("has a baseline whose rows depend on seed and id alone", () => {
    expect(baselineRow("a", 7)).toEqual(baselineRow("a", 7));
    expect(baselineRow("a", 7)).not.toEqual(baselineRow("a", 8));
    expect(Object.keys(baselineRow("a", 7))).toHaveLength(74);
  });

  it("measures everything once, in small", async () => {
    const size = {
      ...QUICK,
      rounds: 1,
      rows: 400,
      baselineRows: 200,
      madeRows: 200,
      batch: { olap: 100, native: 200 },
      olapBest: 200,
      blockRows: 100,
      memoryRows: [100, 200],
    };
    const report = await runBench(size, "a test", () => undefined, ["images"]);
    const { loads, ratios } = report.images!;
    expect(loads.map(({ rounds }) => rounds.length)).toEqual(loads.map(() => 1));
    expect(ratios.map(({ what }) => what)).toContain("olap end to end / baseline end to end");
    expect(report.anyTable).toBeUndefined();
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(renderReport(report)).toContain("| olap, going on after 200 rows |");
  }, 300_000);
});
