import { type Html, tag } from "../html";
import { type Axis, type ChartSize, type Frame, framed, SMALL } from "./frame";

export type Point = readonly [x: number, y: number];

export interface Series {
  readonly name: string;
  readonly points: readonly Point[];
}

export interface LineChart {
  readonly name: string;
  readonly series: readonly Series[];
  readonly x: Omit<Axis, "values">;
  /** Numbers that the axis covers beside the points'. */
  readonly y: Omit<Axis, "values"> & { readonly covers?: readonly number[] };
  /** Whether each value holds until the next one, as in an empirical distribution. */
  readonly steps?: boolean;
  /** Whether a dot marks each point. */
  readonly dots?: boolean;
  readonly size?: ChartSize;
}

/** Series by number have one of so many colours; further ones begin again. */
export const COLOURS = 6;

/** Lines through points; on logarithmic axes, points that are not positive are left out. */
export function lineChart({
  name,
  series,
  x,
  y,
  steps = false,
  dots = false,
  size = SMALL,
}: LineChart): Html {
  const shown = series.map(({ name: title, points }) => ({
    title,
    points: points.filter(
      ([px, py]) =>
        Number.isFinite(px) &&
        Number.isFinite(py) &&
        (x.kind !== "log" || px > 0) &&
        (y.kind !== "log" || py > 0),
    ),
  }));
  const all = shown.flatMap(({ points }) => points);
  const xAxis = { ...x, values: all.map(([px]) => px) };
  const yAxis = { ...y, values: [...all.map(([, py]) => py), ...(y.covers ?? [])] };
  return framed(name, size, xAxis, yAxis, (frame) =>
    shown.map(({ title, points }, s) => [
      points.length > 1 &&
        tag(
          "path",
          { class: `line s${s % COLOURS}`, d: path(points, frame, steps) },
          tag("title", {}, title),
        ),
      (dots || points.length === 1) &&
        points.map(([px, py]) =>
          tag("circle", { class: `c${s % COLOURS}`, cx: frame.x.at(px), cy: frame.y.at(py), r: 2.5 }),
        ),
    ]),
  );
}

function path(points: readonly Point[], { x, y }: Frame, steps: boolean): string {
  const place = (value: number) => String(Math.round(value * 10) / 10);
  return points
    .map(([px, py], i) => {
      if (i === 0) return `M${place(x.at(px))} ${place(y.at(py))}`;
      return steps ? `H${place(x.at(px))}V${place(y.at(py))}` : `L${place(x.at(px))} ${place(y.at(py))}`;
    })
    .join("");
}

/** The names of the series beside their colours. */
export function legend(names: readonly string[]): Html {
  return tag(
    "ul",
    { class: "legend" },
    names.map((name, s) =>
      tag(
        "li",
        {},
        tag(
          "svg",
          { viewBox: "0 0 12 12", "aria-hidden": "true" },
          tag("rect", { class: `c${s % COLOURS}`, width: 12, height: 12, rx: 2 }),
        ),
        name,
      ),
    ),
  );
}
