import type { ColumnType } from "../../column-type";
import { dateText } from "../date-text";
import { integerMemory } from "../memory";
import { isTime } from "../shape";
import type { TypeEntry } from "../type-description";

/** Date and Date32. */
export const date: TypeEntry<Extract<ColumnType, { kind: "date" }>> = {
  names: {
    Date: () => ({ kind: "date", bits: 16 }),
    Date32: () => ({ kind: "date", bits: 32 }),
  },
  describe: ({ bits }) => ({
    print: () => (bits === 16 ? "Date" : "Date32"),
    memory: integerMemory(bits, bits === 32),
    counts: { unit: "day", scale: 0 },
    json: { number: dateText },
    view: { as: "integer", sql: (value) => (bits === 16 ? value : `toInt32(${value})`) },
    takes: isTime,
    fallback: () => ({ kind: "day" }),
  }),
};
