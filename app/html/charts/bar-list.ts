import { type Html, tag } from "../html";
import { type ChartSize, drawing, SMALL } from "./frame";
import { clipped, textWidth } from "./text-width";

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

/** The share of the width that labels may take at the left; longer ones stand above their bars. */
const MOST_LEFT = 0.42;

/** Lying bars from zero, one below the other, each with its label and at the right its note. */
export function barList(
  name: string,
  bars: readonly Bar[],
  { width }: Pick<ChartSize, "width"> = SMALL,
): Html {
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(textWidth));
  const labels = bars.map(({ label }) => (label === "" ? "(empty)" : label));
  const widestLabel = widest(labels);
  const above = widestLabel > width * MOST_LEFT;
  const left = above ? 2 : widestLabel + 8;
  const right = width - Math.min(width * 0.35, widest(bars.map(({ note }) => note ?? ""))) - 8;
  const [line, top] = above ? [34, 17] : [20, 3];
  const greatest = Math.max(0, ...bars.flatMap(({ value, mark }) => [value, mark ?? 0]));
  const at = (value: number) => {
    const part = value / greatest;
    return left + Math.min(1, Math.max(0, Number.isNaN(part) ? 0 : part)) * (right - left);
  };
  return drawing(
    name,
    { width, height: Math.max(1, bars.length) * line + 4 },
    bars.map(({ value, mark, note, colour = 0 }, i) => {
      const y = i * line + top;
      const text = labels[i]!;
      const place = above ? { x: left, y: y - 3 } : { x: left - 6, y: y + 10, "text-anchor": "end" };
      return tag(
        "g",
        {},
        tag("title", {}, `${text}${note === undefined ? "" : `: ${note}`}`),
        tag("text", { class: "label", ...place }, clipped(text, above ? width - 4 : left - 7)),
        tag("rect", { class: "track", x: left, y, width: right - left, height: 13, rx: 2 }),
        tag("rect", { class: `c${colour}`, x: left, y, width: at(value) - left, height: 13, rx: 2 }),
        mark !== undefined &&
          tag("path", { class: "axis", "stroke-width": 2, d: `M${at(mark).toFixed(1)} ${y - 3}v19` }),
        note !== undefined && tag("text", { x: width - 2, y: y + 11, "text-anchor": "end" }, note),
      );
    }),
  );
}
