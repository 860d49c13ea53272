import type { ColumnType } from "../../model/column-type";
import { ByteBuffer } from "../byte-buffer";
import { numberConverter, wideView } from "./convert-number";
import { stringsConverter } from "./convert-text";
import type { Converter } from "./converter";
import type { NumberSource } from "./source";
import { appendDay, appendSecond } from "./digits";
import { writeWide } from "./wide-integer";

const SECONDS_A_DAY = 86_400;

/**
 * Days and seconds into dates, date-times (a day is its midnight in UTC), strings, and integers (as they
 * are).
 */
export function timeConverter(
  kind: "day" | "second",
  source: NumberSource,
  type: ColumnType,
  capacity: number,
): Converter {
  const { values } = source;
  const numbers = { kind: "number", scale: 0, min: 0, max: 2 ** 32 - 1 } as const;
  switch (type.kind) {
    case "date": {
      const bits = type.bits;
      const days = kind === "day" ? source : { values: new Uint32Array(capacity) };
      const convert = numberConverter(
        numbers,
        days,
        { kind: "integer", bits, signed: bits === 32 },
        capacity,
      );
      return (count) => {
        if (kind === "second") for (let i = 0; i < count; i++) days.values[i] = values[i]! / SECONDS_A_DAY;
        return convert(count);
      };
    }
    case "datetime": {
      if (kind === "second")
        return numberConverter(numbers, source, { kind: "integer", bits: 32, signed: false }, capacity);
      const out = new Uint32Array(capacity);
      return (count) => {
        for (let i = 0; i < count; i++) out[i] = values[i]! * SECONDS_A_DAY;
        return { kind: "number", values: out.subarray(0, count) };
      };
    }
    case "datetime64": {
      const out = new Uint32Array(capacity * 2);
      const seconds = kind === "day" ? SECONDS_A_DAY : 1;
      return wideView(out, 2, true, (count) => {
        for (let i = 0; i < count; i++) writeWide(out, i * 2, 2, values[i]! * seconds, type.precision);
      });
    }
    case "integer":
      return numberConverter(numbers, source, type, capacity);
    default: {
      const append = kind === "day" ? appendDay : appendSecond;
      return stringsConverter((out: ByteBuffer, i: number) => append(out, values[i]!), type, capacity);
    }
  }
}
