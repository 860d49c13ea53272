import { draw } from "../../../rows/random/mix";
import { threshold } from "../../../rows/random/shares";
import { type GeneratorKind, NULLS, type Of } from "./kind";
import { maskedValues } from "./masked-values";

export const nullable: GeneratorKind<Of<"nullable">> = {
  shape: ({ of }, { shapeOf }) => shapeOf(of),
  values({ of, share }, states, context) {
    const limit = threshold([share, 1]);
    return maskedValues(of, states, context, (nulls, count) => {
      for (let i = 0; i < count; i++) nulls[i] = draw(states[i]!, NULLS) < limit ? 1 : 0;
    });
  },
};
