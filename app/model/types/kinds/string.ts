import type { ColumnType } from "../../column-type";
import type { TypeEntry } from "../type-description";

/** Any shape of single values can be written as a text: numbers, times and UUIDs in digits. */
export const string: TypeEntry<Extract<ColumnType, { kind: "string" }>> = {
  names: { String: () => ({ kind: "string" }) },
  describe: () => ({
    print: () => "String",
    memory: { kind: "string" },
    json: {},
    text: {},
    view: { as: "text" },
    takes: ({ kind }) => kind !== "list",
    fallback: (words) => ({ kind: "words", words }),
  }),
};
