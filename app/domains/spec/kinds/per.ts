import type { GeneratorKind, Of } from "./kind";
import { leadValues } from "./lead-values";

export const per: GeneratorKind<Of<"per">> = {
  drawless: true,
  shape: ({ of }, { shapeOf }) => shapeOf(of),
  values({ column, of }, states, context) {
    const lead = leadValues(column, context);
    const { source, fill } = context.valuesOf(of, states);
    return {
      source,
      fill: (count) => {
        lead.fillStates(states, context.base, count);
        fill(count);
      },
    };
  },
};
