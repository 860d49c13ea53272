import { textHash } from "../../../rows/murmur-hash";
import { partState } from "../../../rows/random/mix";
import type { Generator } from "../generator";
import type { GeneratorKind, Of } from "./kind";
import { statesLike } from "../../../rows/random/states";

export const object: GeneratorKind<Of<"object">> = {
  shape: ({ fields }, { shapeOf }) => ({
    kind: "object",
    fields: Object.entries(fields).map(([name, generator]) => ({
      name,
      shape: shapeOf(generator),
      nullable: mayBeNull(generator),
    })),
  }),
  values({ fields }, states, { valuesOf }) {
    const parts = Object.entries(fields).map(([name, generator]) => {
      const own = statesLike(states);
      // By its name: other fields move nothing in it.
      return { own, draw: textHash(name), values: valuesOf(generator, own) };
    });
    const fill = (count: number): void => {
      for (const { own, draw: number, values } of parts) {
        for (let i = 0; i < count; i++) own[i] = partState(states[i]!, number);
        values.fill(count);
      }
    };
    return { source: { elements: parts.map(({ values }) => values.source) }, fill };
  },
};

/** Whether a field may be NULL; where other columns decide, it may. */
function mayBeNull(generator: Generator): boolean {
  switch (generator.kind) {
    case "constant":
      return generator.value === null;
    case "choice":
      return generator.values.includes(null);
    case "per":
    case "run":
      return mayBeNull(generator.of);
    case "nullable":
    case "when":
    case "after":
    case "between":
    case "computed":
    case "template":
    case "reference":
    case "group":
      return true;
    default:
      return false;
  }
}
