import type { ByteBuffer } from "../../../rows/byte-buffer";

const HYPHEN = 45;

const KEPT = 128;

/**
 * For each byte the one that stands for it, with KEPT added: letters (lower-cased) and digits; a hyphen for
 * others.
 */
const SLUG_BYTE = new Uint8Array(256).fill(HYPHEN);
for (let byte = 48; byte <= 57; byte++) SLUG_BYTE[byte] = byte + KEPT;
for (let byte = 97; byte <= 122; byte++) SLUG_BYTE[byte] = SLUG_BYTE[byte - 32] = byte + KEPT;

/**
 * Appends the slug of `bytes[start, end)`: its ASCII letters, lower-cased, and digits; whatever stands
 * between them is one hyphen, and no hyphen leads or trails. A longer slug ends with the last word that fits;
 * a first word that does not fit is cut.
 * @param start first byte, inclusive
 * @param end last byte, exclusive
 * @param maxLength most bytes to append, 0 or more
 */
export function appendSlug(
  out: ByteBuffer,
  bytes: Uint8Array,
  start: number,
  end: number,
  maxLength: number,
): void {
  out.reserve(maxLength + 1);
  const target = out.bytes;
  const first = out.length;
  const past = first + maxLength;
  let at = first;
  let before = HYPHEN;
  // One byte more than may stay, to see whether the last word is whole. A hyphen behind a hyphen is
  // overwritten; there is no branch on the bytes, which would be mispredicted at every word.
  for (let i = start; i < end && at <= past; i++) {
    const byte = SLUG_BYTE[bytes[i]!]!;
    target[at] = byte & 127;
    at += (byte | before) >>> 7;
    before = byte;
  }
  if (at > past) {
    while (at > first && target[at - 1] !== HYPHEN) at--;
    if (at === first) at = past + 1;
    at--;
  } else if (at > first && before === HYPHEN) at--;
  out.length = at;
}
