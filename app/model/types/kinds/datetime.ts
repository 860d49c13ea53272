import type { ColumnType } from "../../column-type";
import { quoteString } from "../../quoting";
import { dateTimeText } from "../date-text";
import { integerMemory } from "../memory";
import { parseTimezone } from "../parse-parameters";
import { isTimeWithin } from "../shape";
import type { TypeEntry } from "../type-description";

export const datetime: TypeEntry<Extract<ColumnType, { kind: "datetime" }>> = {
  names: { DateTime: ([timezone]) => ({ kind: "datetime", timezone: parseTimezone(timezone) }) },
  describe: ({ timezone }) => ({
    print: () => (timezone === "" ? "DateTime" : `DateTime(${quoteString(timezone)})`),
    memory: integerMemory(32, false),
    counts: { unit: "second", scale: 0 },
    json: { number: dateTimeText },
    view: { as: "integer", sql: (value) => value },
    // To 2106-02-06.
    takes: (shape) => isTimeWithin(shape, 0, 49_709),
    fallback: () => ({ kind: "second" }),
  }),
};
