import { absorbWord, finalizeHash, scrambleWord } from "../murmur-hash";

/**
 * The counter-based generator: every draw is MurmurHash3_x86_32 (Austin Appleby, 2011, public domain) of the
 * four little-endian 32-bit words (key1, id low, id high, draw), with key0 as the hash's seed. The first
 * three words are mixed once a row and stream by {@link rowState}; {@link draw} then costs one word and the
 * finalizer.
 *
 * Loops over many ids use the same function in parts: {@link streamBase} once a stream, {@link scrambleWord}
 * once an id, and {@link absorbWord} for each pair of them.
 */
/** The state of a stream before any id. */
export function streamBase(key0: number, key1: number): number {
  return absorbWord(key0, scrambleWord(key1));
}

/**
 * The state of one stream at one id, from which {@link draw} makes any number of draws.
 * @param key0 first half of the stream's key, 32 bits
 * @param key1 second half
 * @param id a row number (or another counter), a safe integer of 0 or more
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
  return finalizeHash(absorbWord(state, scrambleWord(n)), 16) >>> 0;
}
