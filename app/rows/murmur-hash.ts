/**
 * MurmurHash3_x86_32 (Austin Appleby, 2011, public domain) with seed 0, as ClickHouse's `murmurHash3_32`
 * computes it over the bytes of a string.
 */

const C1 = 0xcc9e2d51 | 0;
const C2 = 0x1b873593 | 0;

function scramble(word: number): number {
  const k = Math.imul(word, C1);
  return Math.imul((k << 15) | (k >>> 17), C2);
}

function mix(state: number, word: number): number {
  const h = state ^ scramble(word);
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(state: number, length: number): number {
  let h = state ^ length;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/**
 * The hash of the bytes from `start` (included) to `end` (not included).
 * @returns a signed 32-bit integer; `>>> 0` makes it ClickHouse's UInt32
 */
export function murmurHash(bytes: Uint8Array, start: number, end: number): number {
  let h = 0;
  let i = start;
  for (; i + 4 <= end; i += 4) {
    h = mix(h, bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24));
  }
  let tail = 0;
  for (let shift = 0; i < end; i++, shift += 8) tail |= bytes[i]! << shift;
  return finish(h ^ scramble(tail), end - start);
}

/**
 * The hash of the four little-endian bytes of a 32-bit word: `murmurHash3_32(toUInt32(word))`. Signed, see
 * above.
 */
export function murmurHashWord(word: number): number {
  return finish(mix(0, word), 4);
}
