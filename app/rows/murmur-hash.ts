import { viewOf } from "./view-of";

/**
 * MurmurHash3_x86_32 (Austin Appleby, 2011, public domain) with seed 0, as ClickHouse's `murmurHash3_32`
 * computes it over the bytes of a string.
 */
// Taken from the global once: in a vm context, such as a test runner's, each look-up there costs a
// microsecond.
const { imul } = Math;

const C1 = 0xcc9e2d51 | 0;
const C2 = 0x1b873593 | 0;

/** The half of a mixing step that depends on the word alone. */
export function scrambleWord(word: number): number {
  const k = imul(word, C1);
  return imul((k << 15) | (k >>> 17), C2);
}

/** The half of a mixing step that brings a scrambled word into the state. */
export function absorbWord(state: number, scrambled: number): number {
  const h = state ^ scrambled;
  return (imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
}

/** The hash of `length` bytes whose words are in the state, as a signed 32-bit integer. */
export function finalizeHash(state: number, length: number): number {
  let h = state ^ length;
  h = imul(h ^ (h >>> 16), 0x85ebca6b);
  h = imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/**
 * The hash of the bytes from `start` (included) to `end` (not included).
 * @returns a signed 32-bit integer; `>>> 0` makes it ClickHouse's UInt32
 */
export function murmurHash(bytes: DataView, start: number, end: number): number {
  let h = 0;
  let i = start;
  for (; i + 4 <= end; i += 4) h = absorbWord(h, scrambleWord(bytes.getInt32(i, true)));
  let tail = 0;
  for (let shift = 0; i < end; i++, shift += 8) tail |= bytes.getUint8(i) << shift;
  return finalizeHash(h ^ scrambleWord(tail), end - start);
}

/** The hash of a text's UTF-8. */
export function textHash(text: string): number {
  const bytes = new TextEncoder().encode(text);
  return murmurHash(viewOf(bytes), 0, bytes.length);
}

/**
 * The hash of the four little-endian bytes of a 32-bit word: `murmurHash3_32(toUInt32(word))`. Signed, see
 * above.
 */
export function murmurHashWord(word: number): number {
  return finalizeHash(absorbWord(0, scrambleWord(word)), 4);
}
