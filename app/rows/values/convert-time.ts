import type { NumberShape } from "../../model/types/shape";
import type { TypeDescription } from "../../model/types/type-description";
import { numberConverter, scaledConverter } from "./convert-number";
import { stringsConverter } from "./convert-text";
import type { Converter } from "./converter";
import { appendDay, appendSecond } from "./digits";
import type { NumberSource } from "./source";

const SECONDS_A_DAY = 86_400;

/** Days and seconds as numbers. */
const WHOLE: NumberShape = { kind: "number", scale: 0, min: 0, max: 2 ** 32 - 1 };

/**
 * Days and seconds into what counts days, or seconds (a day is its midnight in UTC), into texts, and into
 * integers (as they are).
 */
export function timeConverter(
  kind: "day" | "second",
  source: NumberSource,
  to: TypeDescription,
  capacity: number,
): Converter {
  const { values } = source;
  const { memory, counts } = to;
  if (counts === undefined) {
    const append = kind === "day" ? appendDay : appendSecond;
    return stringsConverter((out, i) => append(out, values[i]!), memory, capacity);
  }
  if (counts.unit === "one" || counts.unit === kind) return numberConverter(WHOLE, source, to, capacity);
  const scaled = new Float64Array(capacity);
  const convert = scaledConverter(WHOLE, { values: scaled }, memory, counts.scale, capacity);
  return (count) => {
    if (kind === "day") for (let i = 0; i < count; i++) scaled[i] = values[i]! * SECONDS_A_DAY;
    else for (let i = 0; i < count; i++) scaled[i] = Math.floor(values[i]! / SECONDS_A_DAY);
    return convert(count);
  };
}
