import { dataTable } from "../html/data-table";
import { htmlDocument } from "../html/document";
import { figure } from "../html/figure";
import { percent } from "../html/format-number";
import { tag } from "../html/html";
import { THEME_CSS } from "../html/theme";
import { barList } from "../html/charts/bar-list";
import { formatCount } from "../request/format";
import type { ReportFacts } from "./report-facts";
import { columnCard } from "./view/column-card";
import { growthSection } from "./view/growth";
import { linksSection } from "./view/links";
import { overview } from "./view/overview";
import { queriesSection } from "./view/queries";
import { sampleSection } from "./view/sample";
import { type Section, section } from "./view/section";
import { sharesSection } from "./view/shares";
import { storageSection } from "./view/storage";

/** The report as one HTML file, which loads nothing. */
export function reportPage(facts: ReportFacts): string {
  const { name, definition, rows, declared, links, growth, queries, sampleRowTexts } = facts;
  const model = definition.facts.model;
  const sections = [
    rows > 0 && declared ? sharesSection(declared) : undefined,
    columnsSection(facts),
    nullsSection(facts),
    linksSection(links, declared?.links ?? []),
    storageSection(facts),
    growthSection(growth),
    queriesSection(queries),
    sampleSection(model, sampleRowTexts),
    leftOutSection(facts.leftOut),
  ].filter((found) => found !== undefined);
  return htmlDocument(
    { title: `${name.table}: what the data looks like`, css: THEME_CSS },
    tag(
      "main",
      { class: "page" },
      overview(facts, sections),
      sections.map(({ content }) => content),
    ),
  );
}

function columnsSection({ columns, columnBytes, rows }: ReportFacts): Section {
  const bytes = new Map(columnBytes?.map((column) => [column.column, column]));
  const lead =
    rows === 0
      ? "The table has no rows."
      : "Numbers and times by their value, texts and lists by their length, and what comes most often.";
  return section(
    "columns",
    "Columns",
    lead,
    rows === 0
      ? dataTable(
          "names and types",
          [{ title: "column" }, { title: "type" }],
          columns.map(({ name, type }) => [name, type]),
        )
      : tag(
          "div",
          { class: "flow" },
          columns.map((column) => columnCard(column, bytes.get(column.name))),
        ),
  );
}

function nullsSection({ columns }: ReportFacts): Section | undefined {
  const some = columns.filter(({ summary }) => summary !== undefined && summary.nulls > 0);
  if (some.length === 0) return undefined;
  const shares = some.map(
    ({ name, summary }) => [name, summary!.nulls, summary!.nulls / summary!.rows] as const,
  );
  return section(
    "nulls",
    "NULLs",
    `${formatCount(some.length)} of ${formatCount(columns.length)} columns ${some.length === 1 ? "has" : "have"} any.`,
    tag(
      "div",
      { class: "card" },
      figure(
        "Share of the rows",
        barList(
          "Share of NULL by column",
          shares.map(([label, , value]) => ({ label, value, note: percent(value) })),
        ),
        {
          columns: [{ title: "column" }, { title: "rows", numeric: true }, { title: "share", numeric: true }],
          rows: shares.map(([name, rows, share]) => [name, formatCount(rows), percent(share)]),
        },
      ),
    ),
  );
}

function leftOutSection(leftOut: readonly string[]): Section | undefined {
  if (leftOut.length === 0) return undefined;
  return section(
    "left-out",
    "Left out",
    "What the server did not say, or a file does not hold:",
    tag(
      "ul",
      {},
      leftOut.map((sentence) => tag("li", {}, sentence)),
    ),
  );
}
