import type { ColumnType } from "../../column-type";
import type { TypeEntry } from "../type-description";

/** Types that nothing fills; their text is not kept. */
export const other: TypeEntry<Extract<ColumnType, { kind: "other" }>> = {
  names: {},
  describe: () => ({
    print: () => {
      throw new RangeError('a type of kind "other" can\'t be printed');
    },
    memory: { kind: "none" },
    json: {},
    takes: () => false,
    fallback: () => undefined,
  }),
};
