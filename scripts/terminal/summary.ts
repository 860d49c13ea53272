import { escaped } from "../../app/request/quoted";
import type { RunSummary } from "../../app/run/run-event";
import { formatBytes, formatCount, formatDuration, formatRate } from "../../app/request/format";
import { formatPercent } from "./progress-line";
import type { Style } from "./style";

export interface SummaryOptions {
  readonly style: Style;
  /** What the user types before the flags, e.g. `npm start --`. */
  readonly prefix: string;
  readonly placeFlags?: string;
}

/** The block at the end of a run, finished, stopped, or without anything to do; ends without a line feed. */
export function renderSummary(summary: RunSummary, { style, prefix, placeFlags }: SummaryOptions): string {
  const lines = [headline(summary, style)];
  if (summary.message !== undefined) lines.push(summary.message);
  const width = Math.max(...entries(summary).map(([name]) => name.length));
  for (const [name, value] of entries(summary)) lines.push(`  ${style.dim(name.padEnd(width))}  ${value}`);
  const command = [prefix, ...nextFlags(summary), placeFlags].filter(Boolean).join(" ");
  lines.push(`${summary.rowsInserted < summary.targetRows ? "To go on" : "For more rows"}: ${command}`);
  return lines.join("\n");
}

function headline(summary: RunSummary, style: Style): string {
  switch (summary.outcome) {
    case "complete":
      return style.bold(style.green("Complete"));
    case "stopped":
      return style.bold(
        style.yellow(`Stopped at ${formatPercent(summary.rowsInserted, summary.targetRows)}`),
      );
    case "nothing-to-do":
      return style.bold("Nothing to do");
  }
}

function entries(summary: RunSummary): [name: string, value: string][] {
  const worked = summary.outcome !== "nothing-to-do";
  const earlier = (written: number, all: number) =>
    written === all ? "" : ` (${formatCount(written)} of them now)`;
  const rows: [string, string][] = [
    [
      "rows inserted",
      `${formatCount(summary.rowsInserted)} of ${formatCount(summary.targetRows)}${earlier(summary.rowsWritten, summary.rowsInserted)}`,
    ],
    [
      "batches completed",
      formatCount(summary.batchesCompleted) + earlier(summary.batchesWritten, summary.batchesCompleted),
    ],
  ];
  if (worked)
    rows.push(
      ["time elapsed", formatDuration(summary.elapsedSeconds)],
      ["average rate", formatRate(summary.averageRate)],
    );
  rows.push(["table", `${summary.table}, ${formatCount(summary.tableRows)} rows`]);
  if (summary.uncompressedBytes !== undefined)
    rows.push(["uncompressed", formatBytes(summary.uncompressedBytes)]);
  if (summary.diskBytes !== undefined) rows.push(["on disk", formatBytes(summary.diskBytes)]);
  rows.push(["seed", `"${escaped(summary.seed)}"`], ["row numbers", `from ${formatCount(summary.firstRow)}`]);
  return rows;
}

/** A stopped run goes on with its target; a complete one doubles it. */
function nextFlags(summary: RunSummary): string[] {
  const rows =
    summary.rowsInserted < summary.targetRows ? summary.targetRows : 2 * Math.max(1, summary.targetRows);
  // Another run may be the latest one by then.
  const which = summary.firstRow === 1 ? [] : ["--start-image-id", String(summary.firstRow)];
  return ["--rows", String(rows), ...which];
}
