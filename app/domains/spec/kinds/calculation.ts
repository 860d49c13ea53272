import { type NumberShape, reachOf, type Shape, ticksOf } from "../../../model/types/shape";
import type { NumberSource } from "../../../rows/values/source";
import { SpecFault } from "../spec-fault";
import type { Of } from "./kind";
import { scaledBy } from "./number";
import { MOST_DECIMALS } from "./scalars";

const { floor, max, min } = Math;

type Computed = Of<"computed">;
type Bounds = readonly [least: number, most: number];

/** A sum, a difference or a product of columns, in integers. */
export interface Calculation {
  readonly shape: NumberShape;
  /** Fills the first `count` values; NULLs count as the 0 beneath. */
  fill(sources: readonly NumberSource[], values: Float64Array, count: number): void;
}

/** @throws SpecFault where the columns can't be calculated with, or the result may leave 2^53 */
export function calculationOf(
  generator: Computed,
  operands: readonly { readonly shape: Shape }[],
): Calculation {
  const { operation, columns } = generator;
  const shapes = operands.map(({ shape }, i) => numberOf(columns[i]!, shape));
  refuseTimes(operation, operands);
  const isProduct = operation === "product";
  const scale = shapes.reduce((all, shape) => (isProduct ? all + shape.scale : max(all, shape.scale)), 0);
  /** By which each column is multiplied: all get one scale, days become seconds; those after a minus are negative. */
  const factors = shapes.map(({ scale: own, unit }, i) =>
    isProduct ? 1 : unit * 10 ** (scale - own) * (operation === "difference" && i > 0 ? -1 : 1),
  );
  const bounds = shapes
    .map(({ bounds: [low, high] }, i): Bounds => sorted(low * factors[i]!, high * factors[i]!))
    .reduce((a, b) => (isProduct ? productOf(a, b) : [a[0] + b[0], a[1] + b[1]]));
  if (max(-bounds[0], bounds[1]) > Number.MAX_SAFE_INTEGER)
    throw new SpecFault(
      `the ${operation} may be too large to be exact`,
      "use smaller numbers, or fewer decimals",
    );
  const shape = resultShape(generator, scale, bounds);
  // What has all decimals, and can't leave the ends, is as it is.
  const isExact = shape.scale === scale && shape.min <= bounds[0] && bounds[1] <= shape.max;
  const finish = isExact ? () => {} : finisher(shape, scale);
  const fill = (sources: readonly NumberSource[], values: Float64Array, count: number): void => {
    const [a, b] = sources;
    if (isProduct && sources.length === 2)
      for (let i = 0; i < count; i++) values[i] = a!.values[i]! * b!.values[i]!;
    else fillInTurn(sources, values, count);
    finish(values, count);
  };
  /** Of any number of columns, one after another. */
  const fillInTurn: typeof fill = (sources, values, count) => {
    sources.forEach(({ values: others }, s) => {
      const factor = factors[s]!;
      if (s === 0) for (let i = 0; i < count; i++) values[i] = others[i]! * factor;
      else if (isProduct) for (let i = 0; i < count; i++) values[i]! *= others[i]!;
      else for (let i = 0; i < count; i++) values[i]! += others[i]! * factor;
    });
  };
  return { shape, fill };
}

/** Rounds to the result's scale, halves up, and keeps within its ends. */
function finisher(
  { scale, min: least, max: most }: NumberShape,
  from: number,
): (values: Float64Array, count: number) => void {
  const unit = 10 ** max(0, from - scale);
  const times = 10 ** max(0, scale - from);
  return (values, count) => {
    for (let i = 0; i < count; i++)
      values[i] = min(max(floor((values[i]! * times) / unit + (unit > 1 ? 0.5 : 0)), least), most);
  };
}

function resultShape(generator: Computed, from: number, bounds: Bounds): NumberShape {
  const scale = generator.scale ?? min(from, MOST_DECIMALS);
  const [low, high] = bounds.map((bound) => Math.round(bound * 10 ** (scale - from))) as [number, number];
  const least = generator.min === undefined ? low : max(low, scaledBy(generator.min, scale));
  const most = generator.max === undefined ? high : min(high, scaledBy(generator.max, scale));
  return { kind: "number", scale, min: min(least, most), max: max(least, most) };
}

function sorted(a: number, b: number): Bounds {
  return a < b ? [a, b] : [b, a];
}

function productOf([a, b]: Bounds, [c, d]: Bounds): Bounds {
  const ends = [a * c, a * d, b * c, b * d];
  return [min(...ends), max(...ends)];
}

/** Values count units of 10^-scale ones, or seconds; those of days are `unit` seconds each. */
function numberOf(column: string, shape: Shape): { scale: number; unit: number; bounds: Bounds } {
  switch (shape.kind) {
    case "number":
      return { scale: shape.scale, unit: 1, bounds: [shape.min, reachOf(shape)] };
    case "day":
    case "second":
      return { scale: shape.scale ?? 0, unit: shape.kind === "day" ? 86_400 : 1, bounds: ticksOf(shape) };
    default:
      throw new SpecFault(`column "${column}" holds no numbers`, "name columns of numbers");
  }
}

function refuseTimes(operation: Computed["operation"], operands: readonly { readonly shape: Shape }[]): void {
  const times = operands.filter(({ shape: { kind } }) => kind === "day" || kind === "second").length;
  if (times > 0 && (operation !== "difference" || times !== 2 || operands.length !== 2))
    throw new SpecFault(
      `times have no ${operation}`,
      'they are subtracted, one from another; a time after another is of kind "after"',
    );
}
