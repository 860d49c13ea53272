import { heatMap } from "../../html/charts/heat-map";
import { barList } from "../../html/charts/bar-list";
import { figure } from "../../html/figure";
import { tag } from "../../html/html";
import { formatCount } from "../../request/format";
import type { Finding } from "../../table/finding";
import type { ColumnLinks } from "../facts/column-links";
import { declaredBar, outcome } from "./declared-beside";
import { type Section, section } from "./section";

/** How columns hang together, and where that is declared, whether they do so. */
export function linksSection(
  links: ColumnLinks | undefined,
  declared: readonly Finding[],
): Section | undefined {
  if (links === undefined && declared.length === 0) return undefined;
  return section(
    "links",
    "Links between columns",
    "How far one column tells the other, from 0 (nothing) to 1 (all): Cramér's V, corrected for chance. Real data hangs together; columns made one by one would leave this map empty.",
    links !== undefined && tag("div", { class: "card" }, mapOf(links)),
    declared.length > 0 &&
      tag("div", { class: "card" }, tag("h3", {}, "Declared links"), declaredOf(declared)),
  );
}

function mapOf({ columns, v, rows }: ColumnLinks) {
  const pairs = columns
    .flatMap((a, i) => columns.slice(i + 1).map((b, j) => ({ a, b, v: v[i]![i + 1 + j] })))
    .filter((pair) => pair.v !== undefined)
    .sort((one, other) => other.v! - one.v!);
  return figure(
    `Cramér's V of the ${columns.length} columns of few values that vary most, by about ${formatCount(rows)} rows`,
    tag(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": "Heat map" },
      heatMap({ name: "Links between columns", rows: columns, columns, cells: v }),
    ),
    {
      columns: [{ title: "column" }, { title: "column" }, { title: "Cramér's V", numeric: true }],
      rows: pairs.map(({ a, b, v }) => [a, b, v!.toFixed(3)]),
    },
  );
}

function declaredOf(findings: readonly Finding[]) {
  return [
    tag("p", { class: "facts" }, outcome(findings)),
    figure(
      "Normalised mutual information: bars are observed, marks declared",
      barList(
        "Declared links",
        findings.map((finding) => declaredBar(finding, finding.name, (value) => value.toFixed(3))),
      ),
      {
        columns: [
          { title: "columns" },
          { title: "declared", numeric: true },
          { title: "observed", numeric: true },
          { title: "± standard error", numeric: true },
          { title: "" },
        ],
        rows: findings.map(({ name, declared, observed, error, outside }) => [
          name,
          declared.toFixed(4),
          observed.toFixed(4),
          error.toFixed(4),
          outside ? tag("span", { class: "bad" }, "outside") : "",
        ]),
      },
    ),
  ];
}
