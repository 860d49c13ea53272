import { escaped } from "../../app/request/quoted";
import { byActivity } from "../../app/ledger/run-activity";
import type { RunStatus } from "../../app/ledger/run-status";
import { formatCount, formatDuration, formatRate } from "../../app/request/format";
import { formatPercent } from "./progress-line";
import type { Style } from "./style";
import { wrapped } from "./wrapped";

/**
 * A block of some ten lines for each run, so that two fit on a screen; the latest one comes last.
 * @param width characters of the terminal, which no line exceeds
 * @param database the connection's: tables in others are shown with theirs
 */
export function renderStatus(
  runs: readonly RunStatus[],
  style: Style,
  width: number,
  database: string,
): string {
  if (runs.length === 0) return "There is no run yet.";
  return byActivity(runs)
    .map((run) => block(run, style, width, database))
    .join("\n\n");
}

function block(run: RunStatus, style: Style, width: number, database: string): string {
  const { status } = run;
  const table =
    run.target_database === database ? run.target_table : `${run.target_database}.${run.target_table}`;
  const room = Math.max(10, width - status.length - 6);
  const lines = [`${style.bold(escaped(table, room))}: ${colour(status, style)}`];
  const shown = fields(run);
  const indent = Math.max(...shown.map(([name]) => name.length)) + 4;
  for (const [name, value] of shown) {
    const [first, ...more] = wrapped(value, Math.max(20, width - indent));
    lines.push(`  ${style.dim(name.padEnd(indent - 2))}${first}`);
    for (const line of more) lines.push(" ".repeat(indent) + line);
  }
  return lines.join("\n");
}

function fields(run: RunStatus): [name: string, value: string][] {
  const { host, pid, door } = run.owner;
  const rows = `${formatCount(run.rows_inserted)} of ${formatCount(run.target_rows)}`;
  const first = formatCount(run.first_image_id);
  const interval = run.checkpoint_interval;
  const every = interval === 1 ? "each" : `every ${formatCount(interval)}`;
  const shown: [string, string][] = [
    ["rows inserted", `${rows} (${formatPercent(run.rows_inserted, run.target_rows)})`],
    [
      "row numbers",
      run.last_image_id < run.first_image_id
        ? `from ${first}, none recorded yet`
        : `${first} to ${formatCount(run.last_image_id)}`,
    ],
    [
      "batches",
      `${formatCount(run.batches_completed)} of ${formatCount(run.batch_size)} rows, a checkpoint after ${every}`,
    ],
    ["seed", `"${escaped(run.seed, 32)}"`],
    ["started", time(run.start_time)],
    ["last checkpoint", run.last_checkpoint === null ? "none yet" : time(run.last_checkpoint)],
    [
      "time writing",
      `${formatDuration(run.total_time_seconds)}, ${formatRate(run.average_rate_rows_per_sec)}`,
    ],
    ["owner", `${escaped(host)}, process ${pid} (${door})`],
  ];
  if (run.workers.length > 0) shown.push(["workers", workers(run.workers)]);
  if (run.last_error !== null) shown.push(["last error", escaped(run.last_error, 600)]);
  if (run.attempt !== null && run.next_try !== null)
    shown.push(["next try", `${time(run.next_try)}, after attempt ${formatCount(run.attempt)}`]);
  return shown;
}

/** Workers whose parts are told. */
const TOLD = 8;

function workers(all: RunStatus["workers"]): string {
  const told = all.slice(0, TOLD).map(({ host, pid, door, first_image_id, rows }) => {
    const last = first_image_id + rows - 1;
    return `${escaped(host)}, process ${pid} (${door}), rows ${formatCount(first_image_id)} to ${formatCount(last)}`;
  });
  const more = all.length > TOLD ? [`${formatCount(all.length - TOLD)} more`] : [];
  return `${formatCount(all.length)}: ${[...told, ...more].join("; ")}`;
}

/** `2026-01-01T10:00:05.000Z` as `2026-01-01 10:00:05 UTC`. */
function time(iso: string): string {
  return `${iso.slice(0, 19).replace("T", " ")} UTC`;
}

function colour(status: RunStatus["status"], style: Style): string {
  switch (status) {
    case "running":
      return style.cyan(status);
    case "complete":
      return style.green(status);
    case "waiting":
    case "interrupted":
    case "stopped":
      return style.yellow(status);
    case "failed":
      return style.red(status);
    case "reset":
      return style.dim(status);
  }
}

/**
 * The latest run as one line of JSON, `null` where there is none. The latest is one that goes on, else the one
 * with the latest checkpoint (or start).
 */
export function statusJson(runs: readonly RunStatus[]): string {
  return JSON.stringify(latestRun(runs) ?? null);
}

export function latestRun(runs: readonly RunStatus[]): RunStatus | undefined {
  return byActivity(runs).at(-1);
}
