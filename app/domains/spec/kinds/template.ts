import type { GeneratorKind, Of } from "./kind";
import { parseTemplate } from "./template-parts";
import { longestOf, textValues } from "./text-maker";

export const template: GeneratorKind<Of<"template">> = {
  shape: ({ text }, context) => ({ kind: "text", maxLength: longestOf(parseTemplate(text), context) }),
  values: ({ text }, states, context) => textValues(parseTemplate(text), states, context),
};
