import type { ColumnType } from "../../column-type";
import type { TypeEntry } from "../type-description";
import { wrapped } from "../wrapped";

export const array: TypeEntry<Extract<ColumnType, { kind: "array" }>> = {
  names: {
    Array: ([element], parse) =>
      element === undefined ? undefined : { kind: "array", element: parse(element) },
  },
  describe: ({ element }, describe) => ({
    print: () => `Array(${wrapped(element, describe(element.type).print())})`,
    memory: { kind: "array", element },
    json: {},
    view: describe(element.type).view && { as: "elements", element },
    takes: (shape) => shape.kind === "list" && describe(element.type).takes(shape.element),
    fallback: (words) => {
      const shape = describe(element.type).fallback(words);
      return shape && { kind: "list", element: shape };
    },
  }),
};
