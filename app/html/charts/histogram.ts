import { type Html, tag } from "../html";
import { type Axis, type ChartSize, framed, SMALL } from "./frame";

/** Values from `from`, included, to `to`, excluded but in the last bin. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface Histogram {
  readonly name: string;
  /** Of one width, in rising order. */
  readonly bins: readonly Bin[];
  readonly x: Omit<Axis, "values">;
  readonly y?: Omit<Axis, "values">;
  readonly size?: ChartSize;
}

/** Bars side by side, from zero. A bin with few rows among many still shows as a thin line. */
export function histogram({ name, bins, x, y = { kind: "linear" }, size = SMALL }: Histogram): Html {
  const ends = bins.flatMap(({ from, to }) => [from, to]);
  const yAxis = { ...y, values: [0, ...bins.map(({ count }) => count)] };
  return framed(name, size, { ...x, values: ends }, yAxis, (frame) =>
    bins
      .filter(({ count }) => count > 0)
      .map(({ from, to, count }) => {
        const [left, right] = [frame.x.at(from), frame.x.at(to)];
        const top = Math.min(frame.y.at(count), frame.bottom - 0.75);
        return tag("rect", {
          class: "c0",
          x: left,
          y: top,
          width: Math.max(0.5, right - left - (right - left > 4 ? 0.75 : 0)),
          height: frame.bottom - top,
        });
      }),
  );
}
