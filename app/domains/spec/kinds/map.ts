import { draw, partState } from "../../../rows/random/mix";
import { ELEMENTS, type GeneratorKind, LENGTHS, type Of } from "./kind";
import { between } from "./number";
import { statesLike } from "../../../rows/random/states";

/** Draws of keys. */
const KEYS = 0x6b650000;

export const map: GeneratorKind<Of<"map">> = {
  shape: ({ keys, value }, { shapeOf }) => ({
    kind: "map",
    key: { kind: "words", words: keys },
    value: shapeOf(value),
  }),
  values({ keys, value, min, max }, states, context) {
    const elementCapacity = states.length * max;
    const offsets = new Uint32Array(states.length + 1);
    const places = new Uint16Array(elementCapacity);
    const valueStates = statesLike(states, elementCapacity);
    const values = context.valuesOf(value, valueStates);
    const lengthStates = statesLike(states);
    const lengths = new Float64Array(states.length);
    const drawLengths = between(min, max);
    const order = Uint16Array.from(keys, (_, place) => place);
    const fill = (count: number): void => {
      for (let i = 0; i < count; i++) lengthStates[i] = partState(states[i]!, LENGTHS);
      drawLengths(lengthStates, lengths, count);
      let at = 0;
      for (let i = 0; i < count; i++) {
        const state = states[i]!;
        // Fisher and Yates, as far as needed, from the keys in their order.
        for (let place = 0; place < order.length; place++) order[place] = place;
        for (let j = 0; j < lengths[i]!; j++, at++) {
          const other = j + Math.floor((draw(state, KEYS + j) * (order.length - j)) / 2 ** 32);
          places[at] = order[other]!;
          order[other] = order[j]!;
          valueStates[at] = partState(state, ELEMENTS + places[at]!);
        }
        offsets[i + 1] = at;
      }
      values.fill(at);
    };
    const source = { offsets, key: { values: places }, value: values.source, elementCapacity };
    return { source, fill };
  },
};
