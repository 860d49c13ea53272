import type { NumberShape, TimeShape } from "../../model/types/shape";
import type { TypeDescription } from "../../model/types/type-description";
import { numberConverter, scaledConverter } from "./convert-number";
import type { Converter } from "./converter";
import type { NumberSource } from "./source";

const SECONDS_A_DAY = 86_400;

/**
 * Days and seconds into what counts days, or seconds (a day is its midnight in UTC), and into integers
 * (as they are).
 */
export function timeConverter(
  { kind, scale = 0 }: TimeShape,
  source: NumberSource,
  to: TypeDescription,
  capacity: number,
): Converter {
  const { values } = source;
  const { memory } = to;
  const counts = to.counts!;
  if (counts.unit === "one") return numberConverter(inUnits(0), source, to, capacity);
  if (counts.unit === kind) return numberConverter(inUnits(scale), source, to, capacity);
  const scaled = new Float64Array(capacity);
  const convert = scaledConverter(inUnits(0), { values: scaled }, memory, counts.scale, capacity);
  const unitsADay = SECONDS_A_DAY * 10 ** scale;
  return (count) => {
    if (kind === "day") for (let i = 0; i < count; i++) scaled[i] = values[i]! * SECONDS_A_DAY;
    else for (let i = 0; i < count; i++) scaled[i] = Math.floor(values[i]! / unitsADay);
    return convert(count);
  };
}

/** Days and parts of seconds as numbers. */
function inUnits(scale: number): NumberShape {
  return { kind: "number", scale, min: 0, max: 2 ** 32 - 1 };
}
