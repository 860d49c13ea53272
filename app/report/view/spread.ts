import { type Bin, histogram } from "../../html/charts/histogram";
import { lineChart, type Point } from "../../html/charts/line-chart";
import { figure } from "../../html/figure";
import { percent, plainNumber } from "../../html/format-number";
import { type Content, tag } from "../../html/html";
import { formatCount } from "../../request/format";
import type { ColumnValues } from "../facts/column-values";
import type { Distribution } from "../facts/distribution";
import { writtenTime } from "./written-time";

const SIZE = { width: 340, height: 130 };
/** Bars of a histogram, at most: fine bins are put together. */
const BARS = 40;
const UNITS: Readonly<Record<string, string>> = { text: "characters", list: "elements" };

/** How values lie: a histogram, and the share of rows up to each value. */
export function spread(column: ColumnValues, { scale, bins }: Distribution): Content {
  const { name, shape } = column;
  // Bins of one whole number each: the bar stands on it.
  const single = scale === "linear" && column.whole && bins[0]!.to - bins[0]!.from === 1;
  const coarse = together(bins, Math.ceil(bins.length / BARS));
  const total = coarse.reduce((sum, { count }) => sum + count, 0) || 1;
  const x = { kind: scale, ...(UNITS[shape] === undefined ? {} : { title: UNITS[shape] }) };
  const half = single && coarse.length === bins.length ? 0.5 : 0;
  const bars = coarse.map(({ from, to, count }) => ({ from: from - half, to: to - half, count }));
  let sum = 0;
  const rising = bins.map(({ from, to, count }): Point => [single ? from : to, (sum += count) / total]);
  return [
    figure(
      scale === "log" ? "Rows by value above 0, on a logarithmic axis" : "Rows",
      histogram({ name: `Histogram of ${name}`, bins: bars, x, size: SIZE }),
      numbers(coarse, total, scale === "time" ? writtenTime : plainNumber, half > 0),
    ),
    tag(
      "figure",
      {},
      tag("figcaption", {}, "Share of rows up to a value"),
      lineChart({
        name: `Empirical distribution of ${name}`,
        series: [{ name, points: [[bins[0]!.from, single ? rising[0]![1] : 0], ...rising] }],
        x,
        y: { kind: "linear", format: (value) => `${Math.round(value * 100)} %`, covers: [0, 1] },
        steps: single,
        size: SIZE,
      }),
    ),
  ];
}

function together(bins: readonly Bin[], each: number): Bin[] {
  return Array.from({ length: Math.ceil(bins.length / each) }, (_, i) => {
    const group = bins.slice(i * each, (i + 1) * each);
    const count = group.reduce((sum, bin) => sum + bin.count, 0);
    return { from: group[0]!.from, to: group.at(-1)!.to, count };
  });
}

function numbers(bins: readonly Bin[], total: number, written: (value: number) => string, single: boolean) {
  let sum = 0;
  const ends = single ? ["value"] : ["from", "below"];
  return {
    columns: [...ends, "rows", "share", "up to here"].map((title) => ({ title, numeric: true })),
    rows: bins.map(({ from, to, count }) => [
      written(from),
      ...(single ? [] : [written(to)]),
      formatCount(count),
      percent(count / total),
      percent((sum += count) / total),
    ]),
  };
}
