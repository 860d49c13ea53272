/**
 * The counter-based generator: every draw is MurmurHash3_x86_32 (Austin Appleby, 2011, public domain) of the
 * four little-endian 32-bit words (key1, id low, id high, draw), with key0 as the hash's seed. The first
 * three words are mixed once a row and stream by {@link rowState}; {@link draw} then costs one word and the
 * finalizer.
 *
 * Loops over many ids use the same function in parts: {@link streamBase} once a stream, {@link scrambleWord}
 * once an id, and {@link absorbWord} for each pair of them.
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

/** The state of a stream before any id. */
export function streamBase(key0: number, key1: number): number {
  return absorbWord(key0, scrambleWord(key1));
}

/**
 * The state of one stream at one id, from which {@link draw} makes any number of draws.
 * @param key0 first half of the stream's key, 32 bits
 * @param key1 second half
 * @param id an image id (or another counter), a safe integer of 0 or more
 */
export function rowState(key0: number, key1: number, id: number): number {
  return idState(streamBase(key0, key1), id);
}

/** {@link rowState} for a stream whose base is known. */
export function idState(base: number, id: number): number {
  return absorbWord(absorbWord(base, scrambleWord(id | 0)), scrambleWord((id / 4294967296) | 0));
}

/**
 * Draw number `n` of a state: 32 uniform bits.
 * @param n 0 or more; draws of one state are independent of each other
 * @returns an integer from 0 (included) to 2^32 (not included)
 */
export function draw(state: number, n: number): number {
  let h = absorbWord(state, scrambleWord(n)) ^ 16;
  h = imul(h ^ (h >>> 16), 0x85ebca6b);
  h = imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
