import { draw } from "../../../rows/random/mix";
import { integerWeights, zipfWeights } from "../../../rows/random/integer-weights";
import { even } from "../../../rows/random/shapes";
import { WeightedChoice } from "../../../rows/random/shares";
import type { Skew } from "../generator";
import type { GeneratorKind, Of } from "./kind";
import { scalarShape, scalarValues } from "./scalars";
import type { States } from "../../../rows/random/states";

export const choice: GeneratorKind<Of<"choice">> = {
  shape: ({ values }) => scalarShape(values),
  values(generator, states) {
    const positions = new Uint16Array(states.length);
    const pick = picker(generator, generator.values.length);
    const { source, fill } = scalarValues(generator.values, positions);
    return {
      source,
      fill: (count) => {
        pick(states, positions, count);
        fill(count);
      },
    };
  },
};

/** Draws positions in a list of so many values; see `choice`. */
export function picker(
  { weights, skew }: { readonly weights?: readonly number[]; readonly skew?: Skew },
  length: number,
): (states: States, out: Uint16Array, count: number) => void {
  if (!weights && !skew) {
    return (states, out, count) => {
      for (let i = 0; i < count; i++) out[i] = even(draw(states[i]!, 0), length);
    };
  }
  const weighted = new WeightedChoice(weights ? integerWeights(weights) : zipfWeights(length, skew!.zipf));
  return (states, out, count) => {
    for (let i = 0; i < count; i++) out[i] = weighted.pick(draw(states[i]!, 0));
  };
}
