import { draw } from "../../../rows/random/mix";
import { threshold } from "../../../rows/random/shares";
import { type GeneratorKind, NULLS, type Of } from "./kind";

export const nullable: GeneratorKind<Of<"nullable">> = {
  shape: ({ of }, { shapeOf }) => shapeOf(of),
  values({ of, share }, states, { valuesOf }) {
    const limit = threshold([share, 1]);
    const nulls = new Uint8Array(states.length);
    const inner = valuesOf(of, states);
    const { nulls: innerNulls } = inner.source;
    const numbers = "values" in inner.source ? inner.source.values : undefined;
    const fill = (count: number): void => {
      inner.fill(count);
      for (let i = 0; i < count; i++) {
        const isNull = draw(states[i]!, NULLS) < limit || innerNulls?.[i] === 1;
        nulls[i] = isNull ? 1 : 0;
      }
      for (let i = 0; numbers && i < count; i++) if (nulls[i] === 1) numbers[i] = 0;
    };
    return { source: { ...inner.source, nulls }, fill };
  },
};
