import { type Content, type Html, tag } from "../html";
import { type Scale, type ScaleKind, scaleOf, type Span } from "./scale";
import type { Tick } from "./tick";
import { textWidth } from "./text-width";

/** An axis of a chart. */
export interface Axis {
  readonly kind: ScaleKind;
  /** What it must cover; empty for no data. */
  readonly values: readonly number[];
  readonly title?: string;
  /** How its ticks are written; by default in short. */
  readonly format?: (value: number) => string;
}

/** The plotting area and its scales. */
export interface Frame {
  readonly x: Scale;
  readonly y: Scale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** In units of the drawing, in which text has a height of 11. */
export const SMALL: ChartSize = { width: 340, height: 190 };
export const WIDE: ChartSize = { width: 680, height: 300 };

/**
 * A chart with two axes.
 * @param name what it shows, for who can't see it
 * @param draw the marks, which lie within the frame
 */
export function framed(
  name: string,
  size: ChartSize,
  x: Axis,
  y: Axis,
  draw: (frame: Frame) => Content,
): Html {
  const { width, height } = size;
  const top = y.title === undefined ? 8 : 22;
  const bottom = height - (x.title === undefined ? 20 : 34);
  const yScale = relabelled(
    scaleOf(y.kind, spanOf(y.values), [bottom, top], Math.round((bottom - top) / 36) + 1),
    y.format,
  );
  const left = Math.max(16, ...yScale.ticks.map(({ label }) => textWidth(label) + 8));
  const right = width - 14;
  const xScale = relabelled(
    scaleOf(
      x.kind,
      spanOf(x.values),
      [left, right],
      x.kind === "time" ? 5 : Math.round((right - left) / 60) + 1,
    ),
    x.format,
  );
  const frame = { x: xScale, y: yScale, left, right, top, bottom };
  return drawing(
    name,
    size,
    yScale.ticks.map(({ value, label }) => [
      tag("line", { class: "grid", x1: left, x2: right, y1: yScale.at(value), y2: yScale.at(value) }),
      tag("text", { x: left - 5, y: yScale.at(value) + 4, "text-anchor": "end" }, label),
    ]),
    draw(frame),
    tag("line", { class: "axis", x1: left, x2: right, y1: bottom, y2: bottom }),
    xLabels(xScale, left, right).map(({ value, label, anchor }) =>
      tag("text", { x: xScale.at(value), y: bottom + 14, "text-anchor": anchor }, label),
    ),
    x.title !== undefined &&
      tag("text", { x: (left + right) / 2, y: height - 4, "text-anchor": "middle" }, x.title),
    y.title !== undefined && tag("text", { x: 2, y: 11 }, y.title),
  );
}

/** A drawing of its own size that grows and shrinks with the page. */
export function drawing(name: string, { width, height }: ChartSize, ...content: readonly Content[]): Html {
  return tag(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: width >= WIDE.width ? "chart wide" : "chart",
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      "aria-label": name,
    },
    content,
  );
}

function spanOf(values: readonly number[]): Span {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : [0, 1];
}

function relabelled(scale: Scale, format: Axis["format"]): Scale {
  if (format === undefined) return scale;
  return { ...scale, ticks: scale.ticks.map(({ value }) => ({ value, label: format(value) })) };
}

type Anchor = "start" | "middle" | "end";

/** The labels that have room beside those before them; both ends stay within the frame. */
function xLabels(scale: Scale, left: number, right: number): (Tick & { readonly anchor: Anchor })[] {
  const kept: (Tick & { readonly anchor: Anchor })[] = [];
  let free = -Infinity;
  for (const tick of scale.ticks) {
    const at = scale.at(tick.value);
    const width = textWidth(tick.label);
    const anchor: Anchor = at + width / 2 > right + 14 ? "end" : at - width / 2 < 0 ? "start" : "middle";
    const start = anchor === "end" ? at - width : anchor === "start" ? at : at - width / 2;
    if (start < free) continue;
    kept.push({ ...tick, anchor });
    free = start + width + 8;
  }
  return kept.filter(({ value }) => scale.at(value) >= left - 1);
}
