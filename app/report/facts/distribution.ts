import type { Bin } from "../../html/charts/histogram";
import type { ReportTable } from "../report-table";
import type { MeasureSummary } from "./column-summary";
import type { ColumnValues } from "./column-values";

/** How a column's measure is spread over its range. */
export interface Distribution {
  readonly scale: "linear" | "log" | "time";
  /** Fine ones, from the least to the greatest value; on a logarithmic scale only what is above 0. */
  readonly bins: readonly Bin[];
}

const MOST_BINS = 200;

/** Counts by bins; `undefined` where the values are all alike. */
export async function askDistribution(
  table: ReportTable,
  column: ColumnValues,
  summary: MeasureSummary,
  rows: number,
): Promise<Distribution | undefined> {
  const { measure, shape } = column;
  if (measure === undefined || !(summary.max > summary.min) || !Number.isFinite(summary.max - summary.min))
    return undefined;
  const long = isLong(summary, rows) && shape !== "time";
  const edges = long
    ? logEdges(summary, column.whole)
    : linearEdges(summary, column.whole && shape !== "time");
  const [first, step] = long
    ? [Math.log10(edges[0]!), Math.log10(edges.at(-1)!) - Math.log10(edges[0]!)]
    : [edges[0]!, edges.at(-1)! - edges[0]!];
  const count = edges.length - 1;
  const place = long ? `log10(x)` : "x";
  const found = await table.attempt(`The distribution of ${column.name}`, () =>
    table.select<{ bin: number; n: string }>(
      `SELECT toInt32(greatest(0, least(${count - 1}, floor((${place} - (${first})) / ${step / count} + 1e-9)))) AS bin, count() AS n
        FROM (SELECT ${measure} AS x ${table.sample}) WHERE isNotNull(x)${long ? " AND x > 0" : ""} GROUP BY bin`,
    ),
  );
  if (found === undefined) return undefined;
  const counts = new Map(found.map(({ bin, n }) => [bin, Number(n)]));
  return {
    scale: long ? "log" : shape === "time" ? "time" : "linear",
    bins: edges.slice(1).map((to, i) => ({ from: edges[i]!, to, count: counts.get(i) ?? 0 })),
  };
}

/** Whether most values would lie in the first bars of a linear scale. */
function isLong({ min, max, notPositive, percentiles }: MeasureSummary, rows: number): boolean {
  const [, , median, , high] = percentiles;
  if (min < 0 || notPositive >= rows) return false;
  return max > 50 * Math.max(median!, high! / 4, 1e-9) && max > 20;
}

function linearEdges({ min, max }: MeasureSummary, whole: boolean): number[] {
  if (!whole) return Array.from({ length: MOST_BINS + 1 }, (_, i) => min + ((max - min) * i) / MOST_BINS);
  const width = Math.max(1, Math.ceil((max - min + 1) / MOST_BINS));
  const count = Math.ceil((max - min + 1) / width);
  return Array.from({ length: count + 1 }, (_, i) => min + i * width);
}

/** From the least positive value on, as far as that is known. */
function logEdges({ min, max, percentiles }: MeasureSummary, whole: boolean): number[] {
  const least =
    min > 0
      ? min
      : whole
        ? 1
        : Math.max(max / 1e6, Math.min(...percentiles.filter((value) => value > 0), max / 10));
  const [from, to] = [Math.log10(least), Math.log10(max * (whole ? 1 + 1e-9 : 1))];
  // Fewer, since between small whole numbers there is nothing.
  const count = whole ? 40 : MOST_BINS;
  return Array.from({ length: count + 1 }, (_, i) => 10 ** (from + ((to - from) * i) / count));
}
