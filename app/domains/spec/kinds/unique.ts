import { draw } from "../../../rows/random/mix";
import { integerArray } from "../../../rows/random/integers";
import { Permutation } from "../../../rows/random/permutation";
import { type GeneratorKind, type Of, OWN_BASE } from "./kind";

export const unique: GeneratorKind<Of<"unique">> = {
  shape: ({ min, max }) => ({ kind: "number", scale: 0, min, max }),
  values({ min, max }, states, { factors, base }) {
    const size = max - min + 1;
    const permutation = new Permutation(draw(base, OWN_BASE) | 0, size);
    const numbers = factors.own.numbers;
    const values = integerArray(min, max, states.length);
    const fill = (count: number): void => {
      for (let i = 0; i < count; i++) values[i] = min + permutation.at(numbers[i]! % size);
    };
    return { source: { values }, fill };
  },
};
