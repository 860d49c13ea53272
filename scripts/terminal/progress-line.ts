import type { Progress } from "../../app/run/run-event";
import { formatCount, formatRate, formatTimeLeft } from "../../app/request/format";

/** What a progress line shows. */
export interface Pacing {
  readonly rate: number;
  /** `undefined` where it is not known yet. */
  readonly secondsLeft: number | undefined;
}

/** `42.1 %`; 100 only when all rows are there. */
export function formatPercent(rows: number, target: number): string {
  const tenths = target > 0 ? Math.floor((rows / target) * 1000) : 1000;
  return `${(Math.min(1000, rows < target ? Math.min(999, tenths) : 1000) / 10).toFixed(1)} %`;
}

/**
 * The parts of a line of progress, the most important first, so that a narrow terminal can drop the last
 * ones.
 */
export function progressParts(progress: Progress, pacing: Pacing): string[] {
  const { rowsInserted, targetRows } = progress;
  const parts = [
    formatPercent(rowsInserted, targetRows).padStart(7),
    `${formatCount(rowsInserted)} of ${formatCount(targetRows)} rows`,
  ];
  if (pacing.rate > 0) parts.push(formatRate(pacing.rate));
  if (pacing.secondsLeft !== undefined && rowsInserted < targetRows)
    parts.push(`${formatTimeLeft(pacing.secondsLeft)} left`);
  return parts;
}

const BAR_WIDTH = 24;
const MIN_BAR_WIDTH = 6;
const GAP = "  ";

/**
 * A bar and as many parts as fit next to it.
 * @param width characters of the terminal; the line is shorter
 */
export function progressBarLine(
  progress: Progress,
  pacing: Pacing,
  width: number,
  drawBar: (share: number, size: number) => string,
): string {
  const parts = progressParts(progress, pacing);
  const room = width - 1;
  while (parts.length > 1 && parts.join(GAP).length > room) parts.pop();
  const text = parts.join(GAP).slice(0, Math.max(0, room));
  const barSize = Math.min(BAR_WIDTH, room - text.length - 1);
  if (barSize < MIN_BAR_WIDTH) return text;
  const share = progress.targetRows > 0 ? Math.min(1, progress.rowsInserted / progress.targetRows) : 1;
  return `${drawBar(share, barSize)} ${text}`;
}
