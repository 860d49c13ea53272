import { barList } from "../../html/charts/bar-list";
import { lineChart } from "../../html/charts/line-chart";
import { figure } from "../../html/figure";
import { percent } from "../../html/format-number";
import type { Content, Html } from "../../html/html";
import { formatCount } from "../../request/format";
import type { ColumnValues } from "../facts/column-values";
import type { Frequencies } from "../facts/frequencies";

const SIZE = { width: 340, height: 130 };

/** Of few values all: numbers and times in their order, others by how often they come. */
export function allValues({ name, shape }: ColumnValues, { top, total }: Frequencies): Html {
  const sorted =
    shape === "number"
      ? [...top].sort(([a], [b]) => Number(a) - Number(b))
      : shape === "time"
        ? [...top].sort(([a], [b]) => (a < b ? -1 : 1))
        : top;
  return valueFigure(`Rows by value of ${name}`, "", sorted, total);
}

/** Of many values the commonest ones, and how far the rarer ones are behind. */
export function commonest(
  { name, shape }: ColumnValues,
  { top, ranks, distinct, total }: Frequencies,
): Content {
  const steep = ranks.length > 2 && ranks[0]![1] > 1.5 * ranks.at(-1)![1];
  const count = formatCount(distinct);
  return [
    (shape !== "number" || !steep) &&
      valueFigure(`Commonest values of ${name}`, `The ${top.length} commonest of ${count}`, top, total),
    steep &&
      figure(
        "Rows of the 1st, 2nd, 3rd ... commonest value, both axes logarithmic",
        lineChart({
          name: `Rank and frequency of ${name}`,
          series: [{ name, points: ranks }],
          x: { kind: "log", title: "rank" },
          y: { kind: "log" },
          size: SIZE,
        }),
        {
          columns: ["rank", "rows"].map((title) => ({ title, numeric: true })),
          rows: ranks.map(([rank, rows]) => [formatCount(rank), formatCount(rows)]),
        },
      ),
  ];
}

function valueFigure(name: string, caption: string, top: Frequencies["top"], total: number): Html {
  const bars = top.map(([value, count]) => ({ label: value, value: count, note: percent(count / total) }));
  return figure(caption, barList(name, bars), {
    columns: [{ title: "value" }, { title: "rows", numeric: true }, { title: "share", numeric: true }],
    rows: top.map(([value, count]) => [
      value === "" ? "(empty)" : value,
      formatCount(count),
      percent(count / total),
    ]),
  });
}
