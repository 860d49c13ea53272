import { growthOf, isSameLoad } from "../../app/queries/growth";
import type { Estimate, QueryResults, SizeResults } from "../../app/queries/query-results";
import { formatBytes, formatCount } from "../../app/request/format";
import { formatTime } from "../../app/request/format-time";
import { escaped } from "../../app/request/quoted";
import { plainTable } from "./plain-table";
import { loadText } from "./queries-view";
import type { Style } from "./style";

/** Sizes that are shown, the largest ones. */
const SHOWN = 4;

/** How the queries grow over the sizes, and what the target will take; `undefined` of a single size. */
export function renderGrowth({ sizes, estimates }: QueryResults, style: Style): string | undefined {
  const largest = sizes.at(-1);
  if (sizes.length < 2 || largest === undefined) return undefined;
  const several = new Set(largest.queries.map(({ load }) => loadText(load))).size > 1;
  const shown = sizes.slice(-SHOWN);
  const target = estimates[0]?.rows;
  const rows = largest.queries.flatMap(({ name, load }) => {
    const { time, bytes } = growthOf(sizes, name, load);
    if (time === undefined) return [];
    const estimate = estimates.find((one) => one.name === name && isSameLoad(one.load, load));
    return [
      [
        escaped(name, 40) + (several ? `, ${loadText(load)}` : ""),
        ...shown.map((size) => medianAt(size, name, load)),
        `rows^${time.exponent.toFixed(2)}`,
        bytes === undefined ? "-" : `rows^${bytes.exponent.toFixed(2)}`,
        ...(estimate === undefined ? [] : estimateCells(estimate)),
      ],
    ];
  });
  const head = [
    "query",
    ...shown.map((size) => sizeText(size.rows)),
    "time",
    "bytes",
    ...(target === undefined ? [] : [`at ${sizeText(target)}`, "95 % range", "reads"]),
  ];
  const title = style.bold(
    target === undefined
      ? "How the medians grow"
      : `How the medians grow, and what ${formatCount(target)} rows will take`,
  );
  return `${title}\n\n${plainTable(head, rows, 1)}`;
}

function medianAt({ queries }: SizeResults, name: string, load: Estimate["load"]): string {
  const latency = queries.find((one) => one.name === name && isSameLoad(one.load, load))?.latency;
  return latency ? formatTime(latency.p50) : "-";
}

function estimateCells({ latency, range, bytes }: Estimate): string[] {
  return [formatTime(latency), rangeText(range), bytes === null ? "-" : formatBytes(bytes)];
}

/** From which ratio of its ends on a range says nothing. */
const WIDEST = 10_000;

function rangeText(range: Estimate["range"]): string {
  return range === null || range[1] > WIDEST * range[0]
    ? "not known"
    : `${formatTime(range[0])} to ${formatTime(range[1])}`;
}

/** `10M`, `2.5M`, `150k`, as flags take them. */
function sizeText(rows: number): string {
  if (rows >= 1e6) return `${Number((rows / 1e6).toPrecision(3))}M`;
  return rows >= 1e3 ? `${Number((rows / 1e3).toPrecision(3))}k` : String(rows);
}

/** Sizes that are as good as the same. */
const NEAR = 0.02;

/** What earlier estimates said of a size that is now measured, a line each. */
export function renderForecasts(estimates: readonly Estimate[], size: SizeResults): string | undefined {
  const rows = estimates.flatMap((estimate) => {
    if (Math.abs(estimate.rows / size.rows - 1) > NEAR) return [];
    const { name, load, latency, range } = estimate;
    const measured = size.queries.find((one) => one.name === name && isSameLoad(one.load, load))?.latency
      ?.p50;
    if (measured === undefined) return [];
    const within =
      range === null ? "-" : measured < range[0] ? "faster" : measured > range[1] ? "slower" : "as expected";
    const off = (measured / latency - 1) * 100;
    return [
      [
        `${escaped(name, 40)}, ${loadText(load)}`,
        formatTime(latency),
        rangeText(range),
        formatTime(measured),
        `${off >= 0 ? "+" : ""}${off.toFixed(0)} %`,
        within,
      ],
    ];
  });
  if (rows.length === 0) return undefined;
  const head = ["query", "estimated", "95 % range", "measured", "off", ""];
  return `What was estimated for ${formatCount(size.rows)} rows\n\n${plainTable(head, rows, 1, 5)}`;
}
