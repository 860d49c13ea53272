import { draw } from "../../../rows/random/mix";
import type { GeneratorKind, Of, Values } from "./kind";
import { CHARACTERS, type Part } from "./template-parts";
import { longestOf, textValues } from "./text-maker";
import type { States } from "../../../rows/random/states";

/** Characters where no length is said. */
const LENGTH = 12;

export const identifier: GeneratorKind<Of<"identifier">> = {
  shape: (generator, context) =>
    generator.form === "uuid"
      ? { kind: "uuid" }
      : { kind: "text", maxLength: longestOf(partsOf(generator, generator.form), context) },
  values: (generator, states, context) =>
    generator.form === "uuid"
      ? uuids(states)
      : textValues(partsOf(generator, generator.form), states, context),
};

function partsOf(
  { length = LENGTH, prefix = "" }: Of<"identifier">,
  form: Exclude<Of<"identifier">["form"], "uuid">,
): Part[] {
  return [
    { as: "text", text: prefix },
    { as: "characters", characters: CHARACTERS[form], length },
  ];
}

/**
 * RFC 9562, version 4: `xxxxxxxx-xxxx-4xxx-[89ab]xxx-xxxxxxxxxxxx`; each half is kept with its last byte first.
 */
function uuids(states: States): Values {
  const words = new Uint32Array(states.length * 4);
  const bytes = new Uint8Array(words.buffer);
  const fill = (count: number): void => {
    for (let i = 0; i < count; i++) {
      const state = states[i]!;
      words[i * 4] = (draw(state, 0) & 0xffff0fff) | 0x4000;
      words[i * 4 + 1] = draw(state, 1);
      words[i * 4 + 2] = draw(state, 2);
      words[i * 4 + 3] = (draw(state, 3) & 0x3fffffff) | 0x80000000;
    }
  };
  return { source: { bytes }, fill };
}
