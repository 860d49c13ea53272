import type { ColumnType, ElementType } from "../../column-type";
import type { TypeEntry } from "../type-description";
import { namedTuple, printElements } from "./tuple";

/**
 * A Nested column of a table that was made with `flatten_nested = 0`, as Moose does; otherwise the server shows
 * an array for each of its columns.
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
    return {
      ...describe({ kind: "array", element }),
      print: () => `Nested(${printElements(row, describe)})`,
    };
  },
};
