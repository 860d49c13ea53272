import type { ColumnType } from "../../column-type";
import type { Shape } from "../shape";
import type { TypeEntry } from "../type-description";

const UNWRITTEN: ReadonlySet<Shape["kind"]> = new Set(["list", "tuple", "map", "ipv6"]);

/** Any shape of single values can be written as a text: numbers, times and UUIDs in digits, objects as JSON. */
export const string: TypeEntry<Extract<ColumnType, { kind: "string" }>> = {
  names: { String: () => ({ kind: "string" }) },
  describe: () => ({
    print: () => "String",
    memory: { kind: "string" },
    json: {},
    text: {},
    view: { as: "text" },
    takes: ({ kind }) => !UNWRITTEN.has(kind),
    fallback: (words) => ({ kind: "words", words }),
  }),
};
