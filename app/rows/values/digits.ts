import type { ByteBuffer } from "../byte-buffer";

// Taken from the global once: see random/mix.ts.
const { abs, floor } = Math;

const ZERO = 48;
const MINUS = 45;
const POINT = 46;
const COLON = 58;
const SPACE = 32;

/** 00, 01 ... 99: two digits at a time take half as many divisions. */
const PAIRS = new TextEncoder().encode(
  Array.from({ length: 100 }, (_, i) => String(i).padStart(2, "0")).join(""),
);

/** Writes the decimal digits of a safe integer of 0 or more at `bytes[at]`, and says where they end. */
export function writeDigits(bytes: Uint8Array, at: number, value: number): number {
  if (value > 999_999_999) {
    const leading = floor(value / 1_000_000);
    return writePadded(bytes, writeDigits(bytes, at, leading), value - leading * 1_000_000, 6);
  }
  let length = 1;
  for (let limit = 10; value >= limit; limit *= 10) length++;
  return writePadded(bytes, at, value | 0, length);
}

/**
 * Writes the last `length` digits of an integer of 0 to 999,999,999, with leading zeros, and says where they
 * end.
 */
export function writePadded(bytes: Uint8Array, at: number, value: number, length: number): number {
  const end = at + length;
  let rest = value;
  let i = end;
  for (; i - at >= 2; i -= 2) {
    const next = (rest / 100) | 0;
    const pair = 2 * (rest - next * 100);
    bytes[i - 2] = PAIRS[pair]!;
    bytes[i - 1] = PAIRS[pair + 1]!;
    rest = next;
  }
  if (i > at) bytes[at] = ZERO + (rest % 10);
  return end;
}

/** Appends a safe integer of 0 or more in `least` digits at least, with leading zeros. */
export function appendDigits(out: ByteBuffer, value: number, least: number): void {
  out.reserve(16 + least);
  const { bytes } = out;
  let at = out.length;
  for (let digits = 1, limit = 10; digits < least; digits++, limit *= 10)
    if (value < limit) bytes[at++] = ZERO;
  out.length = writeDigits(bytes, at, value);
}

/** Appends a number in units of 10^-scale, e.g. `-24.600`; all digits of the scale are written. */
export function appendNumber(out: ByteBuffer, value: number, scale: number): void {
  out.reserve(32);
  const { bytes } = out;
  let at = out.length;
  if (value < 0) bytes[at++] = MINUS;
  const size = abs(value);
  const unit = 10 ** scale;
  const whole = floor(size / unit);
  at = writeDigits(bytes, at, whole);
  if (scale > 0) {
    bytes[at++] = POINT;
    at = writePadded(bytes, at, size - whole * unit, scale);
  }
  out.length = at;
}

/** Appends a day since 1970, negative before, as `2024-02-29`. */
export function appendDay(out: ByteBuffer, day: number): void {
  // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days, for days from the year 0 on.
  const z = day + 719_468;
  const era = floor(z / 146_097);
  const ofEra = z - era * 146_097;
  const yearOfEra = floor(
    (ofEra - floor(ofEra / 1460) + floor(ofEra / 36_524) - floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + floor(yearOfEra / 4) - floor(yearOfEra / 100));
  const fromMarch = floor((5 * ofYear + 2) / 153);
  const dayOfMonth = ofYear - floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  out.reserve(10);
  const { bytes, length } = out;
  writePadded(bytes, length, year, 4);
  writePadded(bytes, length + 5, month, 2);
  writePadded(bytes, length + 8, dayOfMonth, 2);
  bytes[length + 4] = bytes[length + 7] = MINUS;
  out.length += 10;
}

/** Appends a time in units of 10^-scale seconds since 1970 as `2024-02-29 23:59:59.123`, in UTC. */
export function appendSecond(out: ByteBuffer, time: number, scale = 0): void {
  const unit = 10 ** scale;
  const second = scale === 0 ? time : floor(time / unit);
  const day = floor(second / 86_400);
  const ofDay = second - day * 86_400;
  appendDay(out, day);
  out.reserve(19);
  const { bytes, length } = out;
  bytes[length] = SPACE;
  writePadded(bytes, length + 1, floor(ofDay / 3600), 2);
  bytes[length + 3] = COLON;
  writePadded(bytes, length + 4, floor(ofDay / 60) % 60, 2);
  bytes[length + 6] = COLON;
  writePadded(bytes, length + 7, ofDay % 60, 2);
  out.length += 9;
  if (scale === 0) return;
  bytes[out.length] = POINT;
  out.length = writePadded(bytes, out.length + 1, time - second * unit, scale);
}

const HEX = new TextEncoder().encode("0123456789abcdef");
/** Of a UUID's 16 bytes in the order of its text, where each lies in memory; see `UuidShape`. */
const UUID_ORDER = [7, 6, 5, 4, 3, 2, 1, 0, 15, 14, 13, 12, 11, 10, 9, 8] as const;

/** Appends the UUID number `i` of a block as `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`. */
export function appendUuid(out: ByteBuffer, uuids: Uint8Array, i: number): void {
  out.reserve(36);
  const { bytes } = out;
  let at = out.length;
  for (let b = 0; b < 16; b++) {
    if (b === 4 || b === 6 || b === 8 || b === 10) bytes[at++] = MINUS;
    const byte = uuids[i * 16 + UUID_ORDER[b]!]!;
    bytes[at++] = HEX[byte >> 4]!;
    bytes[at++] = HEX[byte & 15]!;
  }
  out.length = at;
}
