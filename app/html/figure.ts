import { dataTable, folded, type TableColumn } from "./data-table";
import { type Content, type Html, tag } from "./html";

export interface Numbers {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Content[])[];
}

/** A chart with its caption, and its numbers as a table that is folded away. */
export function figure(caption: string, chart: Content, { columns, rows }: Numbers): Html {
  return tag(
    "figure",
    {},
    tag("figcaption", {}, caption),
    chart,
    folded("Numbers", dataTable(`${caption}: numbers`, columns, rows)),
  );
}
