import type { ColumnType } from "../../column-type";
import { quoteString } from "../../quoting";
import { dateTime64Text } from "../date-text";
import { integerMemory } from "../memory";
import { parseCount, parseTimezone } from "../parse-parameters";
import { isTimeWithin } from "../shape";
import type { TypeEntry } from "../type-description";

export const datetime64: TypeEntry<Extract<ColumnType, { kind: "datetime64" }>> = {
  names: {
    DateTime64: ([precision = "3", timezone]) =>
      parseCount(precision, (precision) => ({
        kind: "datetime64",
        precision,
        timezone: parseTimezone(timezone),
      })),
  },
  describe: ({ precision, timezone }) => ({
    print: () => `DateTime64(${precision}${timezone === "" ? "" : `, ${quoteString(timezone)}`})`,
    memory: integerMemory(64, true),
    counts: { unit: "second", scale: precision },
    json: { bigint: (value) => dateTime64Text(value, precision) },
    view: { as: "integer", sql: (value) => `reinterpretAsInt64(${value})` },
    // From 1900 to 2299, and to 2261 in nanoseconds, which 64 bits count no further.
    takes: (shape) => isTimeWithin(shape, -25_567, precision === 9 ? 106_650 : 120_529),
    fallback: () => ({ kind: "second" }),
  }),
};
