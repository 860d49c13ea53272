import type { ByteBuffer } from "../byte-buffer";

const LEFT_OUT = 1;
const HYPHEN = 45;

/** For each byte: 0 where it parts words, LEFT_OUT, or the byte that stands for it. */
const SLUG_BYTE = new Uint8Array(256);
for (let byte = 48; byte <= 57; byte++) SLUG_BYTE[byte] = byte;
for (let byte = 97; byte <= 122; byte++) SLUG_BYTE[byte] = SLUG_BYTE[byte - 32] = byte;
SLUG_BYTE["'".charCodeAt(0)] = LEFT_OUT;

/**
 * Appends the slug of `bytes[start, end)`: its ASCII letters, lower-cased, and digits; whatever stands between them is
 * one hyphen, apostrophes are left out, and no hyphen leads or trails. A longer slug ends with the last word that fits;
 * a first word that does not fit is cut.
 * @param start first byte, inclusive
 * @param end last byte, exclusive
 * @param maxLength most bytes to append, 0 or more
 */
export function appendSlug(out: ByteBuffer, bytes: Uint8Array, start: number, end: number, maxLength: number): void {
  out.reserve(maxLength);
  const target = out.bytes;
  const first = out.length;
  const limit = first + maxLength;
  let at = first;
  let lastWordEnd = first;
  let parted = false;
  for (let i = start; i < end; i++) {
    const byte = SLUG_BYTE[bytes[i]!]!;
    if (byte === 0) parted = true;
    else if (byte !== LEFT_OUT) {
      if (parted && at > first) {
        lastWordEnd = at;
        if (at < limit) target[at++] = HYPHEN;
      }
      parted = false;
      if (at === limit) {
        at = lastWordEnd > first ? lastWordEnd : limit;
        break;
      }
      target[at++] = byte;
    }
  }
  out.length = at;
}
