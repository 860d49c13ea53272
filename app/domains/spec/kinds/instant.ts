import type { TimeShape } from "../../../model/types/shape";

/** The finest steps of a time: days, or parts of seconds. */
export type Unit = "day" | "second" | "millisecond" | "microsecond";

/** Digits behind the second. */
const SCALES: Readonly<Record<Unit, number>> = { day: 0, second: 0, millisecond: 3, microsecond: 6 };

/** Units in a day. */
export function unitsADay(unit: Unit): number {
  return unit === "day" ? 1 : 86_400 * 10 ** SCALES[unit];
}

/** The unit of a time's values. */
export function unitOf({ kind, scale = 0 }: TimeShape): Unit {
  if (kind === "day") return "day";
  return scale === 0 ? "second" : scale === 3 ? "millisecond" : "microsecond";
}

/** The shape of times of a unit between two of them, both included. */
export function timeShape(unit: Unit, first: number, last: number): TimeShape {
  const days = [Math.floor(first / unitsADay(unit)), Math.floor(last / unitsADay(unit))] as const;
  return unit === "day" ? { kind: "day", days } : { kind: "second", scale: SCALES[unit], days };
}

const INSTANT = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?Z?)?$/;

/**
 * An instant in units since 1970, in UTC.
 * @param text `2024-01-31`, or `2024-01-31T23:59:59.123456`
 * @param end whether a day without a time means its last unit, not its first
 * @returns `undefined` where it is none, or not from 1900 to 2299
 */
export function parseInstant(text: string, unit: Unit, end = false): number | undefined {
  if (!INSTANT.test(text)) return undefined;
  const [day, time = ""] = text.replace("Z", "").split(/[T ]/) as [string, string?];
  const [clock = "", fraction = ""] = time.split(".");
  const milliseconds = Date.parse(`${day}T${clock === "" ? "00:00" : clock}Z`);
  if (Number.isNaN(milliseconds) || new Date(milliseconds).toISOString().slice(0, 10) !== day)
    return undefined;
  const year = Number(day.slice(0, 4));
  if (year < 1900 || year > 2299) return undefined;
  const days = Math.floor(milliseconds / 86_400_000);
  if (unit === "day") return days;
  if (clock === "" && end) return (days + 1) * unitsADay(unit) - 1;
  const parts = Number(fraction.padEnd(6, "0").slice(0, SCALES[unit]));
  return (milliseconds / 1000) * 10 ** SCALES[unit] + parts;
}
