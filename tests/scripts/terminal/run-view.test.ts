import type { PlannedRun, RunSummary } from "../../../app/run/run-event";
import { RunView } from "../../../scripts/terminal/run-view";
import { styleFor } from "../../../scripts/terminal/style";
import { FakeOutput } from "../../support/fake-output";

const PLAN: PlannedRun = {
  table: "local.images_analytical",
  runId: "r",
  seed: "a\nb",
  firstRow: 1,
  targetRows: 100_000,
  rowsInserted: 0,
  rowsToWrite: 100_000,
  expected: { uncompressed: 50_000_000, disk: 21_500_000 },
  bytesFree: 1e11,
  batchSize: 10_000,
  checkpointInterval: 1,
  resumed: false,
};

const SUMMARY: RunSummary = {
  table: "local.images_analytical",
  runId: "r",
  outcome: "complete",
  message: undefined,
  seed: "s",
  firstRow: 1,
  targetRows: 100_000,
  rowsInserted: 100_000,
  rowsWritten: 60_000,
  batchesCompleted: 10,
  batchesWritten: 6,
  elapsedSeconds: 5025,
  averageRate: 11.94,
  tableRows: 100_000,
  uncompressedBytes: 50_100_000,
  diskBytes: 20_000_000,
};

function view(output: FakeOutput, clock = () => 0, env: Record<string, string> = { NO_COLOR: "1" }) {
  return new RunView({
    output,
    clock,
    style: styleFor(output, env),
    pid: 1234,
    prefix: "npm start --",
    placeFlags: "--embedded",
  });
}

const progress = (rowsInserted: number) =>
  ({
    kind: "progress",
    progress: { rowsInserted, targetRows: 100_000, batchesCompleted: rowsInserted / 10_000 },
  }) as const;

describe("RunView without a terminal", () => {
  it("writes the first batch at once, then a line every five seconds, and the last one at the end", () => {
    const output = new FakeOutput(false);
    let now = 0;
    const shown = view(output, () => now);
    shown.show({ kind: "planned", plan: PLAN });
    for (let batch = 1; batch <= 10; batch++) {
      now = batch;
      shown.show(progress(batch * 10_000));
    }
    shown.show({ kind: "finished", summary: SUMMARY });
    const lines = output.text.split("\n");
    expect(lines.slice(0, 6)).toEqual([
      "Writing 100,000 rows into local.images_analytical (about 50.0 MB uncompressed, 21.5 MB on disk, 100 GB free)",
      'seed "a\\nb", rows 1 to 100,000, 10,000 rows a batch',
      "process 1234; stop with Ctrl+C, or: npm start -- stop --embedded",
      "10.0 %  10,000 of 100,000 rows  10,000 rows/s  9s left",
      "60.0 %  60,000 of 100,000 rows  10,000 rows/s  4s left",
      "100.0 %  100,000 of 100,000 rows  10,000 rows/s",
    ]);
    expect(output.text).not.toContain("\x1b");
  });

  it("prints messages as lines of their own, before the plan and after", () => {
    const output = new FakeOutput(false);
    const shown = view(output);
    shown.show({ kind: "notice", message: "a column" });
    shown.show({
      kind: "planned",
      plan: { ...PLAN, resumed: true, rowsInserted: 40_000, rowsToWrite: 60_000, bytesFree: undefined },
    });
    shown.show({ kind: "warning", message: "small batches" });
    shown.show({ kind: "retry", attempt: 2, delaySeconds: 1.6, reason: "time\n  out\u001b[2J" });
    shown.show({ kind: "stopping", reason: "Ctrl+C" });
    shown.close();
    shown.close();
    expect(output.text.split("\n")).toEqual([
      "note: a column",
      "Going on from 40,000 rows: writing 60,000 rows into local.images_analytical (about 50.0 MB uncompressed, 21.5 MB on disk)",
      expect.stringMatching(/^seed /),
      expect.stringMatching(/^process 1234/),
      "warning: small batches",
      "retry: attempt 2 failed, the next one in 2 s: time out\\u{1b}[2J",
      "stopping: Ctrl+C; finishing the batches under way",
      "",
    ]);
  });
});

describe("RunView on a terminal", () => {
  it("keeps one bar beneath the messages, and leaves the cursor shown and no bar behind", () => {
    const output = new FakeOutput(true);
    const shown = view(output);
    shown.show({ kind: "planned", plan: PLAN });
    shown.show(progress(50_000));
    shown.show({ kind: "warning", message: "first" });
    shown.show({ kind: "warning", message: "second" });
    const during = output.screen;
    expect(during.slice(3)).toEqual([
      "warning: first",
      "warning: second",
      expect.stringMatching(/^█+░+ +50\.0 % {2}50,000 of 100,000 rows/),
    ]);
    shown.show({ kind: "finished", summary: SUMMARY });
    expect(output.screen.join("\n")).not.toMatch(/█|░/);
    expect(output.screen[5]).toBe("Complete");
    expect(output.text.lastIndexOf("\x1b[?25h")).toBeGreaterThan(output.text.lastIndexOf("\x1b[?25l"));
    expect(output.text.lastIndexOf("\x1b[?7h")).toBeGreaterThan(output.text.lastIndexOf("\x1b[?7l"));
  });

  it.each([10, 20, 30, 40, 60])("fits a terminal of %d columns", (columns) => {
    const output = new FakeOutput(true, columns);
    const shown = view(output);
    shown.show({ kind: "planned", plan: PLAN });
    shown.show(progress(50_000));
    shown.close();
    for (const frame of output.text.split("\x1b[1G"))
      expect(frame.split("\x1b")[0]!.split("\n").pop()!.length).toBeLessThan(columns);
  });

  it("colours unless NO_COLOR says otherwise", () => {
    const coloured = (env: Record<string, string>, isTTY: boolean) => {
      const output = new FakeOutput(isTTY);
      view(output, () => 0, env).show({ kind: "warning", message: "x" });
      return output.text.includes("\x1b[");
    };
    expect(coloured({}, true)).toBe(true);
    expect(coloured({ NO_COLOR: "1" }, true)).toBe(false);
    expect(coloured({ TERM: "dumb" }, true)).toBe(false);
    expect(coloured({}, false)).toBe(false);
    expect(coloured({ FORCE_COLOR: "1" }, false)).toBe(true);
    expect(coloured({ FORCE_COLOR: "1", NO_COLOR: "1" }, false)).toBe(false);
  });
});

describe("the summary", () => {
  const lines = (summary: Partial<RunSummary>) => {
    const output = new FakeOutput(false);
    view(output).show({ kind: "finished", summary: { ...SUMMARY, ...summary } });
    return output.text.split("\n");
  };

  it("says what was done and how to get more", () => {
    expect(lines({})).toEqual([
      "Complete",
      "  rows inserted      100,000 of 100,000 (60,000 of them now)",
      "  batches completed  10 (6 of them now)",
      "  time elapsed       1h 23m 45s",
      "  average rate       12 rows/s",
      "  table              local.images_analytical, 100,000 rows",
      "  uncompressed       50.1 MB",
      "  on disk            20.0 MB",
      '  seed               "s"',
      "  row numbers        from 1",
      "For more rows: npm start -- --rows 200000 --embedded",
      "",
    ]);
  });

  it("says how a stopped run goes on", () => {
    const stopped = lines({
      outcome: "stopped",
      message: "Ctrl+C",
      rowsInserted: 40_000,
      rowsWritten: 40_000,
    });
    expect(stopped.slice(0, 3)).toEqual([
      "Stopped at 40.0 %",
      "Ctrl+C",
      "  rows inserted      40,000 of 100,000",
    ]);
    expect(stopped.at(-2)).toBe("To go on: npm start -- --rows 100000 --embedded");
  });

  it("leaves out time and rate where nothing was done", () => {
    const nothing = lines({
      outcome: "nothing-to-do",
      message: "the run has its rows",
      rowsWritten: 0,
      batchesWritten: 0,
    });
    expect(nothing.slice(0, 2)).toEqual(["Nothing to do", "the run has its rows"]);
    expect(nothing.join()).not.toMatch(/time elapsed|average rate/);
  });
});
