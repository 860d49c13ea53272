import type { ColumnType } from "../../column-type";
import { reachOf, upTo } from "../shape";
import type { TypeEntry } from "../type-description";

export const bool: TypeEntry<Extract<ColumnType, { kind: "bool" }>> = {
  names: { Bool: () => ({ kind: "bool" }) },
  describe: () => ({
    print: () => "Bool",
    memory: { kind: "number", width: 1, array: Uint8Array },
    counts: { unit: "one", scale: 0 },
    json: { number: (value) => value === 1 },
    view: { as: "integer", sql: (value) => value },
    takes: (shape) => shape.kind === "number" && shape.scale === 0 && shape.min >= 0 && reachOf(shape) <= 1,
    fallback: () => upTo(1),
  }),
};
