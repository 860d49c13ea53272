import { draw } from "../../../rows/random/mix";
import { even } from "../../../rows/random/shapes";
import type { Generator } from "../generator";
import type { GeneratorKind } from "./kind";

type Choice = Extract<Generator, { kind: "choice" }>;

export const choice: GeneratorKind<Choice> = {
  shape: ({ values }) => ({ kind: "words", words: values.map(String) }),
  values({ values: { length } }, states) {
    const values = new Uint16Array(states.length);
    return {
      source: { values },
      fill(count) {
        for (let i = 0; i < count; i++) values[i] = even(draw(states[i]!, 0), length);
      },
    };
  },
};
