import { draw } from "../../../rows/random/mix";
import type { Generator } from "../generator";
import type { GeneratorKind } from "./kind";

type NumberGenerator = Extract<Generator, { kind: "number" }>;

/** Taken from the global once: see rows/random/shapes. */
const { floor } = Math;

export const number: GeneratorKind<NumberGenerator> = {
  shape: ({ min, max, scale = 0 }) => ({
    kind: "number",
    scale,
    min: min * 10 ** scale,
    max: max * 10 ** scale,
  }),
  values({ min, max, scale = 0 }, states) {
    const values = new Float64Array(states.length);
    const least = min * 10 ** scale;
    const different = max * 10 ** scale - least + 1;
    return {
      source: { values },
      fill(count) {
        for (let i = 0; i < count; i++)
          values[i] = least + floor((draw(states[i]!, 0) * different) / 2 ** 32);
      },
    };
  },
};
