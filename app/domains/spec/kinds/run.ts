import { draw, idState } from "../../../rows/random/mix";
import { even } from "../../../rows/random/shapes";
import { type GeneratorKind, LENGTHS, type Of, OWN_BASE } from "./kind";
import { statesLike } from "../../../rows/random/states";

export const run: GeneratorKind<Of<"run">> = {
  shape: ({ of }, { shapeOf }) => shapeOf(of),
  values({ rows, of }, states, { factors, base, valuesOf }) {
    const own = draw(base, OWN_BASE) | 0;
    const numbers = factors.own.numbers;
    const stretchStates = statesLike(states);
    const inner = valuesOf(of, stretchStates);
    // Blocks of a fixed length hold two stretches each, so that any row's is found at once.
    const length = 2 * rows;
    const fill = (count: number): void => {
      let block = -1;
      let cut = 0;
      let [first, second] = [0, 0];
      for (let i = 0; i < count; i++) {
        const number = numbers[i]!;
        const here = Math.floor(number / length);
        if (here !== block) {
          block = here;
          cut = here * length + even(draw(idState(own, here), LENGTHS), length);
          first = idState(own, 2 * here);
          second = idState(own, 2 * here + 1);
        }
        stretchStates[i] = number < cut ? first : second;
      }
      inner.fill(count);
    };
    return { source: inner.source, fill };
  },
};
