import type { GeneratorKind, Of } from "./kind";
import { scalarShape, scalarValues } from "./scalars";

export const constant: GeneratorKind<Of<"constant">> = {
  shape: ({ value }) => scalarShape([value]),
  values: ({ value }, states) => scalarValues([value], new Uint16Array(states.length)),
};
