import type { ColumnType } from "../../column-type";
import { dateText } from "../date-text";
import { integerMemory } from "../memory";
import { isTimeWithin } from "../shape";
import type { TypeEntry } from "../type-description";

/** Date, from 1970 to 2149, and Date32, from 1900 to 2299. */
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
    takes: (shape) => (bits === 16 ? isTimeWithin(shape, 0, 65_535) : isTimeWithin(shape, -25_567, 120_529)),
    fallback: () => ({ kind: "day" }),
  }),
};
