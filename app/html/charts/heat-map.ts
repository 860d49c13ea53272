import { type Html, tag } from "../html";
import { drawing, WIDE } from "./frame";
import { clipped } from "./text-width";

export interface HeatMap {
  readonly name: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** From 0 to 1, by row and column; `undefined`, or no finite number, where nothing is known. */
  readonly cells: readonly (readonly (number | undefined)[])[];
  readonly format?: (value: number) => string;
}

/** Squares whose colour deepens with the value; the columns' labels stand aslant. */
export function heatMap({ name, rows, columns, cells, format = (value) => value.toFixed(2) }: HeatMap): Html {
  const side = Math.max(14, Math.min(34, 560 / Math.max(1, columns.length)));
  const labels = 150;
  const top = 96;
  const size = { width: labels + columns.length * side + 60, height: top + rows.length * side + 4 };
  return drawing(
    name,
    { ...size, width: Math.max(size.width, WIDE.width) },
    columns.map((column, c) => {
      const x = labels + (c + 0.6) * side;
      return tag(
        "text",
        { x, y: top - 6, transform: `rotate(-50 ${x.toFixed(1)} ${top - 6})` },
        clipped(column, 108),
      );
    }),
    rows.map((row, r) => [
      tag(
        "text",
        { x: labels - 6, y: top + (r + 0.5) * side + 4, "text-anchor": "end" },
        clipped(row, labels - 10),
      ),
      columns.map((column, c) => {
        const value = cells[r]?.[c];
        const place = { x: labels + c * side, y: top + r * side, width: side, height: side };
        if (value === undefined || !Number.isFinite(value)) return tag("rect", { class: "track", ...place });
        const part = Math.min(1, Math.max(0, value));
        return tag(
          "g",
          {},
          tag("title", {}, `${row} and ${column}: ${format(value)}`),
          tag("rect", { class: "heat-low", ...place }),
          tag("rect", { class: "heat", "fill-opacity": part, ...place }),
        );
      }),
    ]),
  );
}
