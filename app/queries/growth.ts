import { median } from "./latencies";
import type { Estimate, Load, QueryMeasure, SizeResults } from "./query-results";

/** A figure at a size. Both are above 0. */
export interface Point {
  readonly rows: number;
  readonly value: number;
}

/** How a figure grows, and what it will be. */
export interface Growth {
  /** Of the power law through the points: 0 where it stays, 1 where it grows as the rows do. */
  readonly exponent: number;
  /** What it will be at a size, and where that lies with a probability of 95 %; `null` where nothing tells. */
  at(rows: number): { readonly value: number; readonly range: readonly [number, number] | null };
}

/** A law that leaves so many times as much as the better one is out of the question. */
const LIKELY = 3;

interface Model {
  /** Sum of squares of what it leaves, as logarithms. */
  readonly left: number;
  value(rows: number): number;
  /** Variance of the logarithm at a size, for a variance of 1 of a single point. */
  variance(rows: number): number;
}

/**
 * Fits how a figure grows; several points of one size show how sure it is.
 *
 * Two laws are tried, a power of the rows, and a fixed part with one in proportion to the rows, which is what a scan
 * takes; the one that leaves less is used. Of two sizes both leave the same: then it is the one that a scan takes,
 * if there is one. The range has both where the other is not much worse, as with two sizes.
 * @returns `undefined` where there are fewer than two sizes
 */
export function fitGrowth(points: readonly Point[]): Growth | undefined {
  const sizes = new Set(points.map(({ rows }) => rows)).size;
  if (sizes < 2) return undefined;
  const power = powerLaw(points);
  const line = lineWithOffset(points);
  const best = line !== undefined && (sizes === 2 || line.left < power.left) ? line : power;
  const models = [power, line].filter(
    (model) => model !== undefined && (sizes === 2 || model.left <= LIKELY * best.left),
  ) as Model[];
  const freedom = points.length - 2;
  // A new figure is a median of as many points as the others.
  const parts = points.length / sizes;
  const rangeOf = (model: Model, rows: number) => {
    const error = Math.sqrt((model.left / freedom) * (1 / parts + model.variance(rows)));
    const off = Math.exp(studentT(freedom) * error);
    return [model.value(rows) / off, model.value(rows) * off] as const;
  };
  return {
    exponent: power.exponent,
    at(rows) {
      if (freedom < 1) return { value: best.value(rows), range: null };
      const ranges = models.map((model) => rangeOf(model, rows));
      const range = [
        Math.min(...ranges.map(([low]) => low)),
        Math.max(...ranges.map(([, high]) => high)),
      ] as const;
      return { value: best.value(rows), range };
    },
  };
}

/** Least squares of the logarithms. */
function powerLaw(points: readonly Point[]): Model & { readonly exponent: number } {
  const xs = points.map(({ rows }) => Math.log(rows));
  const ys = points.map(({ value }) => Math.log(value));
  const [x0, y0] = [mean(xs), mean(ys)];
  const spread = sum(xs.map((x) => (x - x0) ** 2));
  const exponent = sum(xs.map((x, i) => (x - x0) * (ys[i]! - y0))) / spread;
  return {
    exponent,
    left: sum(xs.map((x, i) => (ys[i]! - y0 - exponent * (x - x0)) ** 2)),
    value: (rows) => Math.exp(y0 + exponent * (Math.log(rows) - x0)),
    variance: (rows) => 1 / points.length + (Math.log(rows) - x0) ** 2 / spread,
  };
}

/** Least squares of what is left in proportion to the value; `undefined` where a part would be below 0. */
function lineWithOffset(points: readonly Point[]): Model | undefined {
  const weights = points.map(({ value }) => value ** -2);
  const moment = (f: (point: Point) => number) => sum(points.map((point, i) => weights[i]! * f(point)));
  const [w, wx, wxx] = [moment(() => 1), moment(({ rows }) => rows), moment(({ rows }) => rows ** 2)];
  const [wy, wxy] = [moment(({ value }) => value), moment(({ rows, value }) => rows * value)];
  const determinant = w * wxx - wx * wx;
  const slope = (w * wxy - wx * wy) / determinant;
  const offset = (wxx * wy - wx * wxy) / determinant;
  if (!(slope >= 0 && offset >= 0)) return undefined;
  const value = (rows: number) => offset + slope * rows;
  return {
    left: sum(points.map((point) => Math.log(point.value / value(point.rows)) ** 2)),
    value,
    variance: (rows) => (wxx - 2 * rows * wx + rows ** 2 * w) / determinant / value(rows) ** 2,
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const mean = (numbers: readonly number[]) => sum(numbers) / numbers.length;

/** Student's t of 97.5 %, by degrees of freedom from 1 on; beyond, nearly the normal law's. */
const T = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
];

function studentT(freedom: number): number {
  return T[freedom - 1] ?? 1.96 + 2.5 / freedom;
}

/** How a query under a load grows over the sizes that have it. */
export function growthOf(
  sizes: readonly SizeResults[],
  name: string,
  load: Load,
): { readonly time: Growth | undefined; readonly bytes: Growth | undefined; readonly from: number } {
  const found = sizes.flatMap(({ rows, queries }) => {
    const measure = queries.find((one) => one.name === name && isSameLoad(one.load, load));
    return measure?.latency && rows > 0 ? [{ rows, measure }] : [];
  });
  const bytes = found.flatMap(({ rows, measure: { read } }) =>
    read.bytes ? [{ rows, value: read.bytes }] : [],
  );
  return {
    time: fitGrowth(found.flatMap(({ rows, measure }) => pointsOf(rows, measure))),
    bytes: fitGrowth(bytes),
    from: Math.max(0, ...found.map(({ rows }) => rows)),
  };
}

/** Points of each size, however many its parts are: each counts as much as the others. */
const POINTS = 3;

/** The medians of the parts, moved to where the median of all is: a part's own may be of a few runs. */
function pointsOf(rows: number, { parts, latency }: QueryMeasure): Point[] {
  const count = Math.min(POINTS, parts.length);
  const begin = (i: number) => Math.floor((i * parts.length) / count);
  const points = Array.from({ length: count }, (_, i) => median(parts.slice(begin(i), begin(i + 1)))!);
  const middle = median(points);
  return points.map((point) => ({ rows, value: (point * latency!.p50) / middle! }));
}

export function isSameLoad(a: Load, b: Load): boolean {
  if (a.kind === "open" || b.kind === "open")
    return a.kind === b.kind && "rate" in a && "rate" in b && a.rate === b.rate;
  return a.kind === b.kind && a.clients === b.clients;
}

/** What the queries of the largest size will take at a larger one; empty where no query has two sizes. */
export function estimatesOf(sizes: readonly SizeResults[], rows: number): Estimate[] {
  const largest = sizes.at(-1);
  if (largest === undefined || largest.rows >= rows) return [];
  return largest.queries.flatMap(({ name, load }): Estimate[] => {
    const { time, bytes, from } = growthOf(sizes, name, load);
    if (time === undefined) return [];
    const { value, range } = time.at(rows);
    return [
      {
        name,
        load,
        rows,
        from,
        exponent: round(time.exponent),
        bytesExponent: bytes === undefined ? null : round(bytes.exponent),
        latency: Math.round(value),
        range: range && [Math.round(range[0]), Math.round(range[1])],
        bytes: bytes === undefined ? null : Math.round(bytes.at(rows).value),
      },
    ];
  });
}

const round = (exponent: number) => Number(exponent.toFixed(3));
