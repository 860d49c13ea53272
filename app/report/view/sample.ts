import { dataTable } from "../../html/data-table";
import { type Content, tag } from "../../html/html";
import type { Model } from "../../model/column";
import type { SampleRows } from "../facts/sample-rows";
import { type Section, section } from "./section";

/** Columns up to which rows lie as rows; of wider tables each column is a line. */
const LYING = 8;

/** Some rows, as they are. */
export function sampleSection(model: Model, rows: SampleRows | undefined): Section | undefined {
  if (rows === undefined || rows.length === 0) return undefined;
  const cell = (value: string | null): Content =>
    value === null ? tag("span", { class: "dim" }, "NULL") : value;
  const table =
    model.length <= LYING
      ? dataTable(
          "Values of some rows",
          model.map(({ name }) => ({ title: name })),
          rows.map((row) => row.map(cell)),
        )
      : dataTable(
          "Values of some rows",
          [{ title: "column" }, ...rows.map((_, i) => ({ title: `row ${i + 1}` }))],
          model.map(({ name }, c) => [tag("strong", {}, name), ...rows.map((row) => cell(row[c]!))]),
        );
  return section(
    "rows",
    "Some rows",
    `${rows.length} rows from all over the table.`,
    tag("div", { class: "card rows" }, table),
  );
}
