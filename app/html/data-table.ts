import { type Content, type Html, tag } from "./html";

export interface TableColumn {
  readonly title: string;
  /** Numbers stand at the right. */
  readonly numeric?: boolean;
}

/**
 * A table that scrolls in its own frame where it is wider than the page.
 * @param name what a screen reader calls it
 */
export function dataTable(
  name: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly Content[])[],
): Html {
  const className = (c: number) => (columns[c]?.numeric ? "number" : undefined);
  return tag(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": name },
    tag(
      "table",
      {},
      tag(
        "thead",
        {},
        tag(
          "tr",
          {},
          columns.map(({ title }, c) => tag("th", { scope: "col", class: className(c) }, title)),
        ),
      ),
      tag(
        "tbody",
        {},
        rows.map((row) =>
          tag(
            "tr",
            {},
            row.map((cell, c) => tag("td", { class: className(c) }, cell)),
          ),
        ),
      ),
    ),
  );
}

/** Content that is folded away until it is asked for. */
export function folded(summary: string, ...content: readonly Content[]): Html {
  return tag("details", {}, tag("summary", {}, summary), content);
}
