import type { ColumnType, ElementType } from "../../column-type";
import type { TypeEntry } from "../type-description";
import { namedTuple, printElements } from "./tuple";

/**
 * A Nested column of a table that was made with `flatten_nested = 0`, as Moose does; otherwise the server shows
 * an array for each of its columns. Moose makes it of an object, which is its only row: so does this package of what
 * is no list. Of a list of objects Moose makes an array of such columns.
 */
export const nested: TypeEntry<Extract<ColumnType, { kind: "nested" }>> = {
  names: {
    Nested: (parameters, parse) => {
      const row = namedTuple(parameters, parse);
      return row && { kind: "nested", row };
    },
  },
  describe: ({ row }, describe) => {
    const element: ElementType = { type: row, nullable: false, lowCardinality: false };
    const [list, only] = [describe({ kind: "array", element }), describe(row)];
    return {
      ...list,
      takes: (shape) => list.takes(shape) || only.takes(shape),
      fallback: (words) => only.fallback(words),
      print: () => `Nested(${printElements(row, describe)})`,
    };
  },
};
