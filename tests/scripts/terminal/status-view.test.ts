import type { RunStatus } from "../../../app/ledger/run-status";
import { latestRun, renderStatus, statusJson } from "../../../scripts/terminal/status-view";
import { styleFor } from "../../../scripts/terminal/style";
import { FakeOutput } from "../../support/fake-output";

const RUN: RunStatus = {
  target_table: "local.images_analytical",
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
  owner: { host: "box", pid: 77, door: "terminal" },
};

const plain = styleFor(new FakeOutput(false), {});

describe("renderStatus", () => {
  it("shows every field of a run", () => {
    const lines = renderStatus([RUN], plain, 80)
      .split("\n")
      .map((line) => line.trim().split(/ {2,}/));
    expect(Object.fromEntries(lines)).toEqual({
      table: "local.images_analytical",
      run: "4f1c",
      status: "stopped",
      "rows inserted": "40,000 (40.0 %)",
      "target rows": "100,000",
      "first image id": "1",
      "last image id": "40000",
      "batches completed": "4",
      "batch size": "10,000",
      "checkpoint interval": "1",
      seed: '"spring\\n2024"',
      started: "2026-01-01T10:00:00.000Z",
      "last checkpoint": "2026-01-01T10:00:05.000Z",
      "time writing": "4.2s",
      "average rate": "9,524 rows/s",
      owner: "box, process 77 (terminal)",
    });
  });

  it("puts runs side by side where they fit, else one beneath the other", () => {
    const two = [RUN, { ...RUN, run_id: "second" }];
    expect(renderStatus(two, plain, 120).split("\n")).toHaveLength(16);
    const narrow = renderStatus(two, plain, 60).split("\n");
    expect(narrow.length).toBeGreaterThanOrEqual(32);
    for (const line of narrow) expect(line.trimEnd().length).toBeLessThanOrEqual(60);
  });

  it("says so where there is nothing", () => {
    expect(renderStatus([], plain, 80)).toBe("The ledger holds no run yet.");
    expect(renderStatus([{ ...RUN, last_image_id: 0, last_checkpoint: null }], plain, 80)).toMatch(
      /last image id +none yet/,
    );
  });

  it("colours every status", () => {
    const colours = styleFor(new FakeOutput(true), {});
    for (const status of ["running", "interrupted", "stopped", "complete", "reset"] as const) {
      expect(renderStatus([{ ...RUN, status }], colours, 80)).toContain(`m${status}\x1b[`);
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

  it("prefers a running run, then the latest checkpoint, then the latest start", () => {
    const started = {
      ...RUN,
      run_id: "started",
      last_checkpoint: null,
      start_time: "2027-01-01T00:00:00.000Z",
    };
    const running = { ...RUN, run_id: "running", status: "running", last_checkpoint: null } as const;
    expect(latestRun([RUN, started])?.run_id).toBe("started");
    expect(latestRun([running, started, RUN])?.run_id).toBe("running");
    expect(latestRun([])).toBeUndefined();
  });
});
