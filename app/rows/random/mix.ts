/**
 * The counter-based generator: every draw is MurmurHash3_x86_32 (Austin Appleby, 2011, public domain) of the four
 * little-endian 32-bit words (key1, id low, id high, draw), with key0 as the hash's seed. The first three words are
 * mixed once a row and stream by {@link rowState}; {@link draw} then costs one word and the finalizer.
 */

const C1 = 0xcc9e2d51 | 0;
const C2 = 0x1b873593 | 0;

/** Mixes one 32-bit word into the state (the body of MurmurHash3_x86_32). */
function mixWord(state: number, word: number): number {
  let k = Math.imul(word, C1);
  k = (k << 15) | (k >>> 17);
  const h = state ^ Math.imul(k, C2);
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
}

/**
 * The state of one stream at one id, from which {@link draw} makes any number of draws.
 * @param key0 first half of the stream's key, 32 bits
 * @param key1 second half
 * @param id an image id (or another counter), a safe integer of 0 or more
 */
export function rowState(key0: number, key1: number, id: number): number {
  return mixWord(mixWord(mixWord(key0, key1), id | 0), (id / 4294967296) | 0);
}

/**
 * Draw number `n` of a state: 32 uniform bits.
 * @param n 0 or more; draws of one state are independent of each other
 * @returns an integer from 0 (included) to 2^32 (not included)
 */
export function draw(state: number, n: number): number {
  let h = mixWord(state, n) ^ 16;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
