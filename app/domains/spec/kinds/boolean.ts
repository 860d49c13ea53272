import { upTo } from "../../../model/types/shape";
import { draw } from "../../../rows/random/mix";
import { threshold } from "../../../rows/random/shares";
import type { GeneratorKind, Of } from "./kind";

export const boolean: GeneratorKind<Of<"boolean">> = {
  shape: () => upTo(1),
  values({ share }, states) {
    const values = new Uint8Array(states.length);
    const limit = threshold([share, 1]);
    return {
      source: { values },
      fill: (count) => {
        for (let i = 0; i < count; i++) values[i] = draw(states[i]!, 0) < limit ? 1 : 0;
      },
    };
  },
};
