import { integerArray } from "../../../rows/random/integers";
import { parseInstant, timeShape } from "./instant";
import type { GeneratorKind, Of } from "./kind";
import { between } from "./number";

export const time: GeneratorKind<Of<"time">> = {
  shape: (generator) => timeShape(generator.unit ?? "second", ...ends(generator)),
  values(generator, states) {
    const [first, last] = ends(generator);
    const draw = between(first, last, generator.spread);
    const values = integerArray(first, last, states.length);
    return { source: { values }, fill: (count) => draw(states, values, count) };
  },
};

/** The first and the last unit, both included. */
function ends({ from, to, unit = "second" }: Of<"time">): readonly [first: number, last: number] {
  return [parseInstant(from, unit)!, parseInstant(to, unit, true)!];
}
