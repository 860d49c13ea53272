import { wordsOf } from "../../vocabulary/vocabularies";
import { picker } from "./choice";
import type { GeneratorKind, Of } from "./kind";

export const vocabulary: GeneratorKind<Of<"vocabulary">> = {
  shape: ({ name }) => ({ kind: "words", words: wordsOf(name) }),
  values(generator, states) {
    const values = new Uint16Array(states.length);
    const pick = picker(generator, wordsOf(generator.name).length);
    return { source: { values }, fill: (count) => pick(states, values, count) };
  },
};
