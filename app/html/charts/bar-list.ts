import { type Html, tag } from "../html";
import { type ChartSize, clipped, drawing, SMALL } from "./frame";

export interface Bar {
  readonly label: string;
  /** Not below 0. */
  readonly value: number;
  /** A mark beside the bar, such as what was declared. */
  readonly mark?: number;
  /** What stands at the right; by default nothing. */
  readonly note?: string;
  /** Number of its colour. */
  readonly colour?: number;
}

const LINE = 20;

/** Lying bars from zero, one below the other, each with its label at the left and its note at the right. */
export function barList(
  name: string,
  bars: readonly Bar[],
  { width }: Pick<ChartSize, "width"> = SMALL,
): Html {
  const longest = (texts: readonly string[], most: number) =>
    Math.min(most, Math.max(0, ...texts.map((text) => [...text].length * 6.4)));
  const left =
    longest(
      bars.map(({ label }) => label || "(empty)"),
      width * 0.42,
    ) + 8;
  const right =
    width -
    longest(
      bars.map(({ note }) => note ?? ""),
      width * 0.35,
    ) -
    8;
  const greatest = Math.max(0, ...bars.flatMap(({ value, mark }) => [value, mark ?? 0]));
  const at = (value: number) => left + (greatest > 0 ? value / greatest : 0) * (right - left);
  return drawing(
    name,
    { width, height: Math.max(1, bars.length) * LINE + 4 },
    bars.map(({ label, value, mark, note, colour = 0 }, i) => {
      const y = i * LINE + 2;
      const text = label === "" ? "(empty)" : label;
      return tag(
        "g",
        {},
        tag("title", {}, `${text}${note === undefined ? "" : `: ${note}`}`),
        tag(
          "text",
          { class: "label", x: left - 6, y: y + 14, "text-anchor": "end" },
          clipped(text, left - 8),
        ),
        tag("rect", { class: "track", x: left, y: y + 3, width: right - left, height: 13, rx: 2 }),
        tag("rect", { class: `c${colour}`, x: left, y: y + 3, width: at(value) - left, height: 13, rx: 2 }),
        mark !== undefined &&
          tag("path", { class: "axis", "stroke-width": 2, d: `M${at(mark).toFixed(1)} ${y}v19` }),
        note !== undefined && tag("text", { x: width - 2, y: y + 14, "text-anchor": "end" }, note),
      );
    }),
  );
}
