import type { NumberShape } from "../../../model/types/shape";
import { byKnots, evenly, type FillIntegers, integerArray } from "../../../rows/random/integers";
import { spreadKnots } from "../../../rows/random/spreads";
import type { Spread } from "../generator";
import type { GeneratorKind, Of } from "./kind";

export const number: GeneratorKind<Of<"number">> = {
  shape: numberShape,
  values(generator, states) {
    const { min, max, scale } = numberShape(generator);
    const { spread, quantiles } = generator;
    const draw = quantiles
      ? byKnots(quantileKnots(quantiles.map((value) => scaledBy(value, scale))))
      : between(min, max, spread);
    const values = integerArray(min, max, states.length);
    return { source: { values }, fill: (count) => draw(states, values, count) };
  },
};

function numberShape({ min, max, scale = 0 }: Of<"number">): NumberShape {
  return { kind: "number", scale, min: scaledBy(min, scale), max: scaledBy(max, scale) };
}

/** A number in units of 10^-scale. */
export function scaledBy(value: number, scale: number): number {
  // No -0, which a float column would show.
  return Math.round(value * 10 ** scale) + 0;
}

/** Integers from `min` to `max`, both included. */
export function between(min: number, max: number, spread: Spread = "uniform"): FillIntegers {
  return spread === "uniform" ? evenly(min, max - min + 1) : byKnots(spreadKnots(spread, min, max));
}

/** The last quantile is reached, too. */
function quantileKnots(quantiles: readonly number[]): Float64Array {
  const knots = Float64Array.from(quantiles);
  knots[knots.length - 1]! += 1;
  return knots;
}
