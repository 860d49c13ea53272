import { lineChart, type Point } from "../../html/charts/line-chart";
import { SMALL } from "../../html/charts/frame";
import { figure } from "../../html/figure";
import { tag } from "../../html/html";
import { formatCount, formatRate } from "../../request/format";
import type { GrowthStep } from "../facts/growth";
import { type Section, section } from "./section";

const MOST_POINTS = 300;

/** How the rows came, by the ledger's steps. */
export function growthSection(steps: readonly GrowthStep[]): Section | undefined {
  if (steps.length === 0) return undefined;
  const shown = thinned(steps);
  const times = shown.map(({ at, rows }): Point => [at, rows]);
  const rates = shown.flatMap(({ rows, rate }): Point[] => (rate === undefined ? [] : [[rows, rate]]));
  const numbers = {
    columns: [
      { title: "recorded (UTC)" },
      { title: "rows", numeric: true },
      { title: "rows a second", numeric: true },
    ],
    rows: shown.map(({ at, rows, rate }) => [
      new Date(at * 1000).toISOString().slice(0, 19).replace("T", " "),
      formatCount(rows),
      rate === undefined ? "–" : formatRate(rate),
    ]),
  };
  return section(
    "growth",
    "How it grew",
    `${formatCount(steps.length)} steps of the ledger, each written and recorded as one.`,
    tag(
      "div",
      { class: "cards" },
      tag(
        "article",
        { class: "card" },
        figure(
          "Rows over time",
          lineChart({
            name: "Rows over time",
            series: [{ name: "rows", points: times }],
            x: { kind: "time" },
            y: { kind: "linear", covers: [0] },
            dots: times.length <= 40,
            size: SMALL,
          }),
          numbers,
        ),
      ),
      rates.length > 1 &&
        tag(
          "article",
          { class: "card" },
          tag(
            "figure",
            {},
            tag("figcaption", {}, "Rows a second, by the rows there were"),
            lineChart({
              name: "Rate by rows",
              series: [{ name: "rows a second", points: rates }],
              x: { kind: "linear", title: "rows" },
              y: { kind: "linear", covers: [0] },
              size: SMALL,
            }),
          ),
        ),
    ),
  );
}

/** So many of the steps, evenly, the last one among them. */
function thinned(steps: readonly GrowthStep[]): readonly GrowthStep[] {
  if (steps.length <= MOST_POINTS) return steps;
  return Array.from(
    { length: MOST_POINTS },
    (_, i) => steps[Math.ceil(((i + 1) * steps.length) / MOST_POINTS) - 1]!,
  );
}
