import { barList } from "../../html/charts/bar-list";
import { legend, lineChart, type Point } from "../../html/charts/line-chart";
import { figure } from "../../html/figure";
import { type Html, tag } from "../../html/html";
import { shortNumber } from "../../html/format-number";
import { formatCount } from "../../request/format";
import type { Load, QueryMeasure, QueryResults } from "../../queries/query-results";
import { type Section, section } from "./section";

/** What queries took, against the rows of the table. @param id unique in the page */
export function queriesSection(
  results: QueryResults | undefined,
  id = "queries",
  title = "Queries",
): Section | undefined {
  if (results === undefined || results.sizes.length === 0) return undefined;
  const { sizes, measuredAt, estimates } = results;
  const loads = new Map<string, Load>();
  for (const { queries } of sizes) for (const { load } of queries) loads.set(loadText(load), load);
  return section(
    id,
    title,
    [
      `What the queries took as clients saw it, at ${sizes.map(({ rows }) => formatCount(rows)).join(", ")} rows, measured on `,
      tag("time", {}, measuredAt.slice(0, 10)),
      estimates.length > 0 ? "; the last point of a line that goes on is an estimate." : ".",
    ],
    [...loads.keys()].map((load) => [
      tag("h3", {}, load),
      sizes.length > 1 ? curves(results, load) : oneSize(results, load),
    ]),
  );
}

function loadText(load: Load): string {
  if (load.kind === "open") return `${load.rate} queries a second, whatever the server does`;
  const clients = `${load.clients} client${load.clients === 1 ? "" : "s"}, one query after another`;
  return load.kind === "filling" ? `${clients}, while a run fills the table` : clients;
}

interface Measured {
  readonly rows: number;
  readonly measure: QueryMeasure;
}

function measuresOf({ sizes }: QueryResults, load: string): Map<string, Measured[]> {
  const found = new Map<string, Measured[]>();
  for (const { rows, queries } of sizes) {
    for (const measure of queries) {
      if (loadText(measure.load) !== load) continue;
      found.set(measure.name, [...(found.get(measure.name) ?? []), { rows, measure }]);
    }
  }
  return found;
}

/** A chart of each query, time against rows. */
function curves(results: QueryResults, load: string): Html {
  return tag(
    "div",
    { class: "cards" },
    [...measuresOf(results, load)].map(([name, all]) => {
      const line = (of: (measure: QueryMeasure) => number | undefined): Point[] =>
        all.flatMap(({ rows, measure }): Point[] =>
          of(measure) === undefined ? [] : [[rows, of(measure)! / 1000]],
        );
      const estimates = results.estimates.filter(
        (estimate) => estimate.name === name && loadText(estimate.load) === load,
      );
      const median = line(({ latency }) => latency?.p50);
      const beyond: Point[] = [
        ...median.slice(-1),
        ...estimates.map(({ rows, latency }): Point => [rows, latency / 1000]),
      ];
      const range = estimates.flatMap(({ rows, range: ends }) =>
        (ends ?? []).map((end): Point => [rows, end / 1000]),
      );
      const series = [
        { name: "median", points: median },
        { name: "99th percentile", points: line(({ latency }) => latency?.p99) },
        ...(estimates.length > 0 ? [{ name: "estimate of the median", points: beyond }] : []),
        ...(range.length > 0 ? [{ name: "where it lies with 95 %", points: range }] : []),
      ];
      return tag(
        "article",
        { class: "card" },
        tag("h3", {}, name),
        figure(
          "Time against rows, both axes logarithmic",
          [
            lineChart({
              name: `Time of ${name}`,
              series,
              x: { kind: "log", title: "rows" },
              y: { kind: "log", format: timeText },
              dots: true,
            }),
            legend(series.map((one) => one.name)),
          ],
          withEstimates(numbers(all), estimates),
        ),
      );
    }),
  );
}

function oneSize(results: QueryResults, load: string): Html {
  const all = [...measuresOf(results, load)].map(([, [only]]) => only!);
  const bars = all.map(({ measure }) => ({
    label: measure.name,
    value: measure.latency?.p50 ?? 0,
    mark: measure.latency?.p95,
    note: measure.latency === null ? "no answer" : `${ms(measure.latency.p50)} ms`,
  }));
  return tag(
    "div",
    { class: "card" },
    figure(
      "Median in milliseconds; the mark is the 95th percentile",
      barList("Time of the queries", bars),
      numbers(all),
    ),
  );
}

function numbers(all: readonly Measured[]): Parameters<typeof figure>[2] {
  return {
    columns: [
      { title: "query" },
      ...["rows", "median ms", "p95 ms", "p99 ms", "runs", "errors"].map((title) => ({
        title,
        numeric: true,
      })),
    ],
    rows: all.map(({ rows, measure: { name, latency, runs, errors } }) => [
      name,
      formatCount(rows),
      ...(latency === null ? ["–", "–", "–"] : [ms(latency.p50), ms(latency.p95), ms(latency.p99)]),
      formatCount(runs),
      formatCount(errors),
    ]),
  };
}

/** Estimates have a line each below what was measured. */
function withEstimates(
  { columns, rows }: ReturnType<typeof numbers>,
  estimates: QueryResults["estimates"],
): ReturnType<typeof numbers> {
  const lines = estimates.map(({ rows: at, latency, range }) => [
    range === null ? "estimate" : `estimate, with 95 % from ${ms(range[0])} to ${ms(range[1])}`,
    formatCount(at),
    ms(latency),
    ...columns.slice(3).map(() => "–"),
  ]);
  return { columns, rows: [...rows, ...lines] };
}

/** @param milliseconds as an axis names them */
function timeText(milliseconds: number): string {
  return milliseconds < 1000 ? `${shortNumber(milliseconds)} ms` : `${shortNumber(milliseconds / 1000)} s`;
}

function ms(microseconds: number): string {
  return String(Number((microseconds / 1000).toPrecision(3)));
}
