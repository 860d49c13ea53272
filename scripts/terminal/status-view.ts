import Table from "cli-table3";
import { escaped } from "../../app/request/quoted";
import type { RunStatus } from "../../app/ledger/run-status";
import { formatCount, formatDuration, formatRate } from "./format";
import { formatPercent } from "./progress-line";
import type { Style } from "./style";

/**
 * The ledger's runs as a table with one line per field and one column per run, or with one block per run
 * where the terminal is too narrow. Every field of {@link RunStatus} is there.
 * @param width characters of the terminal
 */
export function renderStatus(runs: readonly RunStatus[], style: Style, width: number): string {
  if (runs.length === 0) return "The ledger holds no run yet.";
  const columns = runs.map((run) => fields(run, style));
  const together = table(columns, style);
  if (columns.length === 1 || widest(together) <= width) return together;
  return columns.map((column) => table([column], style)).join("\n");
}

type Fields = [name: string, value: string][];

function table(columns: Fields[], style: Style): string {
  const grid = new Table({ style: { head: [], border: [], compact: true }, chars: PLAIN });
  columns[0]!.forEach(([name], row) =>
    grid.push([style.dim(name), ...columns.map((column) => column[row]![1])]),
  );
  return grid.toString();
}

/** No frame: spaces between the columns, nothing around. */
const PLAIN = Object.fromEntries(
  ["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"]
    .concat(["left", "left-mid", "mid", "mid-mid", "right", "right-mid", "middle"])
    .map((name) => [name, ""]),
);

function widest(text: string): number {
  return Math.max(...text.split("\n").map((line) => line.replace(/\x1b\[[0-9;]*m/g, "").trimEnd().length));
}

function fields(run: RunStatus, style: Style): Fields {
  const { host, pid, door } = run.owner;
  return [
    ["table", run.target_table],
    ["run", run.run_id],
    ["status", colour(run.status, style)],
    [
      "rows inserted",
      `${formatCount(run.rows_inserted)} (${formatPercent(run.rows_inserted, run.target_rows)})`,
    ],
    ["target rows", formatCount(run.target_rows)],
    ["first image id", String(run.first_image_id)],
    ["last image id", run.last_image_id < run.first_image_id ? "none yet" : String(run.last_image_id)],
    ["batches completed", formatCount(run.batches_completed)],
    ["batch size", formatCount(run.batch_size)],
    ["checkpoint interval", formatCount(run.checkpoint_interval)],
    ["seed", `"${escaped(run.seed, 32)}"`],
    ["started", run.start_time],
    ["last checkpoint", run.last_checkpoint ?? "none yet"],
    ["time writing", formatDuration(run.total_time_seconds)],
    ["average rate", formatRate(run.average_rate_rows_per_sec)],
    ["owner", `${escaped(host)}, process ${pid} (${door})`],
  ];
}

function colour(status: RunStatus["status"], style: Style): string {
  switch (status) {
    case "running":
      return style.cyan(status);
    case "complete":
      return style.green(status);
    case "interrupted":
    case "stopped":
      return style.yellow(status);
    case "reset":
      return style.dim(status);
  }
}

/**
 * The latest run as one line of JSON, `null` where there is none. The latest is a running one, else the one
 * with the latest checkpoint (or start).
 */
export function statusJson(runs: readonly RunStatus[]): string {
  return JSON.stringify(latestRun(runs) ?? null);
}

export function latestRun(runs: readonly RunStatus[]): RunStatus | undefined {
  const key = (run: RunStatus) =>
    `${run.status === "running" ? 1 : 0} ${run.last_checkpoint ?? run.start_time}`;
  return runs.reduce<RunStatus | undefined>(
    (best, run) => (!best || key(run) >= key(best) ? run : best),
    undefined,
  );
}
