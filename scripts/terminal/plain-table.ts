import Table from "cli-table3";

const NO_LINES = Object.fromEntries(
  [
    ...["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"],
    ...["left", "left-mid", "mid", "mid-mid", "right", "right-mid"],
  ].map((name) => [name, ""]),
);

/**
 * Columns without lines between them, the first ones and the last ones to the left and what is between, numbers, to
 * the right.
 * @param left how many of the first columns
 * @param from of the last columns, the first one; default: none
 */
export function plainTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  left: number,
  from = head.length,
): string {
  const table = new Table({
    head: [...head],
    chars: { ...NO_LINES, middle: " " },
    style: { head: [], border: [], "padding-left": 0, "padding-right": 1 },
    colAligns: head.map((_, i) => (i < left || i >= from ? "left" : "right")),
  });
  for (const row of rows) table.push([...row]);
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}
