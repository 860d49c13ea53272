import { barList } from "../../html/charts/bar-list";
import { histogram } from "../../html/charts/histogram";
import { lineChart } from "../../html/charts/line-chart";
import { figure } from "../../html/figure";
import { percent, plainNumber, shortNumber } from "../../html/format-number";
import { type Content, type Html, tag } from "../../html/html";
import { formatCount } from "../../request/format";
import { type ColumnFacts, FEW } from "../facts/column-facts";
import type { ColumnBytes } from "../facts/storage";
import type { Distribution } from "../facts/distribution";
import type { Frequencies } from "../facts/frequencies";
import { writtenTime } from "./written-time";

const HALF = { width: 340, height: 130 };
/** Bars of a histogram: fine bins are put together. */
const BARS = 40;

/** One column: what it has, and how that is spread. @param rows of the table */
export function columnCard(column: ColumnFacts, bytes: ColumnBytes | undefined, rows: number): Html {
  const { name, type, distribution, frequencies } = column;
  return tag(
    "article",
    { class: "card" },
    tag("h3", {}, name, " ", tag("code", { class: "dim" }, type)),
    tag("p", { class: "facts" }, factsOf(column, bytes, rows).join(" · ")),
    frequencies !== undefined && frequencies.distinct <= FEW && barsOf(column, frequencies),
    distribution !== undefined && spread(column, distribution),
    frequencies !== undefined && frequencies.distinct > FEW && commonest(column, frequencies),
  );
}

function factsOf({ shape, summary, measure, frequencies }: ColumnFacts, bytes: ColumnBytes | undefined, rows: number): string[] {
  const facts: string[] = [];
  if (summary !== undefined) {
    const { nulls, rows: seen, distinct, measure: of } = summary;
    if (seen > 0 && nulls === seen) facts.push("always NULL");
    else if (nulls > 0) facts.push(`NULL ${percent(nulls / seen)}`);
    const exact = frequencies?.distinct;
    if (distinct !== undefined && nulls < seen)
      facts.push(`${exact === undefined && distinct > 10_000 ? `about ${shortNumber(Number(distinct.toPrecision(3)))}` : formatCount(exact ?? distinct)} different${shape === "list" ? " elements" : ""}`);
    if (of !== undefined && shape === "time") facts.push(`${writtenTime(of.min)} to ${writtenTime(of.max)}`);
    else if (of !== undefined && measure !== undefined) {
      const what = shape === "text" ? " characters" : shape === "list" ? " elements" : "";
      facts.push(`${plainNumber(of.min)} to ${plainNumber(of.max)}${what}`, `mean ${plainNumber(of.mean)}`, `median ${plainNumber(of.percentiles[2]!)}`);
    }
  }
  if (bytes !== undefined && rows > 0)
    facts.push(`${shortNumber(Number((bytes.uncompressed / rows).toPrecision(3)))} → ${shortNumber(Number((bytes.compressed / rows).toPrecision(3)))} bytes a row`);
  return facts;
}

function spread({ name, shape }: ColumnFacts, { scale, bins }: Distribution): Content {
  const together = Math.max(1, Math.ceil(bins.length / BARS));
  const coarse = Array.from({ length: Math.ceil(bins.length / together) }, (_, i) => {
    const group = bins.slice(i * together, (i + 1) * together);
    return { from: group[0]!.from, to: group.at(-1)!.to, count: group.reduce((sum, { count }) => sum + count, 0) };
  });
  const total = coarse.reduce((sum, { count }) => sum + count, 0) || 1;
  const what = { text: "characters", list: "elements" }[shape as string];
  const x = { kind: scale, ...(what === undefined ? {} : { title: what }) };
  let sum = 0;
  const rising = bins.map(({ to, count }) => [to, (sum += count) / total] as const);
  const shown = (value: number) => (scale === "time" ? writtenTime(value) : plainNumber(value));
  let cumulated = 0;
  return [
    figure(scale === "log" ? "Rows by value above 0, on a logarithmic axis" : "Rows", histogram({ name: `Histogram of ${name}`, bins: coarse, x, size: HALF }), {
      columns: [{ title: "from", numeric: true }, { title: "to", numeric: true }, { title: "rows", numeric: true }, { title: "share", numeric: true }, { title: "up to here", numeric: true }],
      rows: coarse.map(({ from, to, count }) => [shown(from), shown(to), formatCount(count), percent(count / total), percent((cumulated += count) / total)]),
    }),
    tag(
      "figure",
      {},
      tag("figcaption", {}, "Share of rows up to a value"),
      lineChart({
        name: `Empirical distribution of ${name}`,
        series: [{ name, points: [[bins[0]!.from, 0], ...rising] }],
        x,
        y: { kind: "linear", format: (value) => `${Math.round(value * 100)} %`, covers: [0, 1] },
        size: HALF,
      }),
    ),
  ];
}

/** Of few values all: numbers in their order, others by how often they come. */
function barsOf({ name, shape }: ColumnFacts, { top, total }: Frequencies): Html {
  const sorted = shape === "number" ? [...top].sort(([a], [b]) => Number(a) - Number(b)) : shape === "time" ? [...top].sort() : top;
  return valueFigure(`Rows by value of ${name}`, "", sorted, total);
}

function commonest({ name, shape }: ColumnFacts, { top, ranks, distinct, total }: Frequencies): Content {
  const steep = ranks.length > 2 && ranks[0]![1] > 1.5 * ranks.at(-1)![1];
  return [
    (shape !== "number" || !steep) && valueFigure(`Commonest values of ${name}`, `The ${top.length} commonest of ${formatCount(distinct)}`, top, total),
    steep &&
      figure("Rows of the 1st, 2nd, 3rd ... commonest value, both axes logarithmic", lineChart({ name: `Rank and frequency of ${name}`, series: [{ name, points: ranks }], x: { kind: "log", title: "rank" }, y: { kind: "log" }, size: HALF }), {
        columns: [{ title: "rank", numeric: true }, { title: "rows", numeric: true }],
        rows: ranks.map(([rank, count]) => [formatCount(rank), formatCount(count)]),
      }),
  ];
}

function valueFigure(name: string, caption: string, top: Frequencies["top"], total: number): Html {
  const bars = top.map(([value, count]) => ({ label: value, value: count, note: percent(count / total) }));
  return figure(caption, barList(name, bars), {
    columns: [{ title: "value" }, { title: "rows", numeric: true }, { title: "share", numeric: true }],
    rows: top.map(([value, count]) => [value === "" ? "(empty)" : value, formatCount(count), percent(count / total)]),
  });
}
