import type { RunStatus } from "../../../app/ledger/run-status";
import { latestRun, renderStatus, statusJson } from "../../../scripts/terminal/status-view";
import { styleFor } from "../../../scripts/terminal/style";
import { FakeOutput } from "../../support/fake-output";

const STATES = ["running", "waiting", "interrupted", "failed", "stopped", "complete", "reset"] as const;
const RUN: RunStatus = {
  target_database: "local",
  target_table: "images_analytical",
  run_id: "4f1c",
  status: "stopped",
  first_image_id: 1,
  last_image_id: 40_000,
  rows_inserted: 40_000,
  target_rows: 100_000,
  batches_completed: 4,
  batch_size: 10_000,
  checkpoint_interval: 1,
  seed: "spring\n2024",
  start_time: "2026-01-01T10:00:00.000Z",
  last_checkpoint: "2026-01-01T10:00:05.000Z",
  total_time_seconds: 4.2,
  average_rate_rows_per_sec: 9523.8,
  last_error: null,
  attempt: null,
  next_try: null,
  owner: { host: "box", pid: 77, door: "terminal" },
  workers: [],
};

const plain = styleFor(new FakeOutput(false), {});

const render = (runs: readonly RunStatus[], style = plain, width = 80) =>
  renderStatus(runs, style, width, "local");

describe("renderStatus", () => {
  it("shows a run in a block of lines that name what they show", () => {
    expect(render([RUN]).split("\n")).toEqual([
      "images_analytical: stopped",
      "  rows inserted    40,000 of 100,000 (40.0 %)",
      "  row numbers      1 to 40,000",
      "  batches          4 of 10,000 rows, a checkpoint after each",
      '  seed             "spring\\n2024"',
      "  started          2026-01-01 10:00:00 UTC",
      "  last checkpoint  2026-01-01 10:00:05 UTC",
      "  time writing     4.2s, 9,524 rows/s",
      "  owner            box, process 77 (terminal)",
    ]);
  });

  it("says why a run waits, and when it goes on", () => {
    const waiting = { ...RUN, status: "waiting", last_error: "too\nmany parts", attempt: 3 } as const;
    expect(render([{ ...waiting, next_try: "2026-01-01T10:00:09.000Z" }])).toMatch(
      /: waiting\n[^]* last error +too\\nmany parts\n +next try +2026-01-01 10:00:09 UTC, after attempt 3$/,
    );
  });

  it("names the database of a table that is in another", () => {
    expect(render([{ ...RUN, target_database: "other" }])).toMatch(/^other\.images_analytical: stopped\n/);
  });

  it.each([60, 80, 120])("shows two runs on a screen, with a line between them, at %d columns", (width) => {
    const error = "x".repeat(70) + " and many words that go on, and on";
    const failed = { ...RUN, run_id: "second", status: "failed", last_error: error } as const;
    const lines = render([RUN, failed], plain, width).split("\n");
    expect(lines.filter((line) => line === "")).toHaveLength(1);
    expect(lines.length).toBeLessThan(24);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
    expect(lines.join("").replaceAll(" ", "")).toContain(error.replaceAll(" ", ""));
  });

  it("shows the latest last, and says so where there is nothing", () => {
    const older = { ...RUN, target_table: "older", last_checkpoint: "2025-01-01T00:00:00.000Z" };
    expect(render([RUN, older])).toMatch(/^older: [^]*\nimages_analytical: /);
    expect(render([])).toBe("There is no run yet.");
    expect(render([{ ...RUN, last_image_id: 0, last_checkpoint: null }])).toMatch(
      / row numbers +from 1, none recorded yet\n[^]* last checkpoint +none yet\n/,
    );
  });

  it("colours every status", () => {
    const colours = styleFor(new FakeOutput(true), {});
    for (const status of STATES) {
      expect(render([{ ...RUN, status }], colours)).toContain(`m${status}\x1b[`);
    }
  });
});

describe("statusJson", () => {
  it("is one line with the latest run, whole", () => {
    const older = { ...RUN, run_id: "older", last_checkpoint: "2025-01-01T00:00:00.000Z" };
    const json = statusJson([RUN, older]);
    expect(json).not.toContain("\n");
    expect(JSON.parse(json)).toEqual(RUN);
    expect(statusJson([])).toBe("null");
  });

  it("prefers a run that goes on, then the latest checkpoint, then the latest start", () => {
    const started = {
      ...RUN,
      run_id: "started",
      last_checkpoint: null,
      start_time: "2027-01-01T00:00:00.000Z",
    };
    const running = { ...RUN, run_id: "running", status: "running", last_checkpoint: null } as const;
    expect(latestRun([RUN, started])?.run_id).toBe("started");
    expect(latestRun([running, started, RUN])?.run_id).toBe("running");
    expect(latestRun([{ ...running, status: "waiting" }, started])?.run_id).toBe("running");
    expect(latestRun([])).toBeUndefined();
  });
});
