import { absorbWord, finalizeHash, scrambleWord } from "../murmur-hash";

// Taken from the global once: in a vm context, such as a test runner's, each look-up there costs a
// microsecond.
const { imul, round } = Math;

/**
 * The counter-based generator: every draw is MurmurHash3_x86_32 (Austin Appleby, 2011, public domain) of the
 * four little-endian 32-bit words (key1, id low, id high, draw), with key0 as the hash's seed. The first
 * three words are mixed once a row and stream by {@link rowState}; {@link draw} then costs one word and the
 * finalizer.
 *
 * Of 32 bits so mixed there are no more than 2^32 sequences of draws. So from id 2^32 on, a draw is the hash of the
 * id's high word besides, with that first hash as its seed: a sequence of draws for each of 2^53 ids.
 *
 * Loops over many ids use the same function in parts: {@link streamBase} once a stream, {@link scrambleWord}
 * once an id, and {@link absorbWord} for each pair of them.
 */

/**
 * A state: what any number of draws are made of. A safe integer: the 32 bits into which key and id are mixed, signed,
 * plus 2^32 times the id's high word. So below id 2^32 it is a signed 32-bit integer, and beyond it operators of bits
 * would cut it off.
 */
export type State = number;

/** The state of a stream before any id. */
export function streamBase(key0: number, key1: number): State {
  return wordState(key0, key1);
}

/** The state of a stream at something else than an id. @param word of which 32 bits count */
export function wordState(base: State, word: number): State {
  return absorbWord(base, scrambleWord(word));
}

/**
 * The state of one stream at one id, from which {@link draw} makes any number of draws.
 * @param key0 first half of the stream's key, 32 bits
 * @param key1 second half
 * @param id a row number (or another counter), a safe integer of 0 or more
 */
export function rowState(key0: number, key1: number, id: number): State {
  return idState(streamBase(key0, key1), id);
}

/** {@link rowState} for a stream whose base is known. */
export function idState(base: State, id: number): State {
  return wordsState(base, scrambleWord(id | 0), (id / 4294967296) | 0);
}

/** {@link idState} of an id in its two words. @param low scrambled @param high as it is */
export function wordsState(base: State, low: number, high: number): State {
  const mixed = absorbWord(base, low);
  return high === 0 ? absorbWord(mixed, 0) : stateBeyond(mixed, high);
}

function stateBeyond(mixed: number, high: number): State {
  return absorbWord(mixed, scrambleWord(high)) + high * 4294967296;
}

/** One of two states, without a branch below id 2^32. @param mask all ones for the first, 0 for the second */
export function eitherState(mask: number, first: State, second: State): State {
  if ((first | 0) === first && (second | 0) === second) return (first & mask) | (second & ~mask);
  return mask === 0 ? second : first;
}

/**
 * Draw number `n` of a state: 32 uniform bits.
 * @param n 0 or more; draws of one state are independent of each other
 * @returns an integer from 0 (included) to 2^32 (not included)
 */
export function draw(state: State, n: number): number {
  // finalizeHash(absorbWord(state, scrambleWord(n)), 16), written out: with fewer calls in it, more draws are inlined
  // into the loops that make them, which then take 5 % less.
  const k = imul(n, 0xcc9e2d51);
  let h = state ^ imul((k << 15) | (k >>> 17), 0x1b873593);
  h = (imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) ^ 16;
  h = imul(h ^ (h >>> 16), 0x85ebca6b);
  h = imul(h ^ (h >>> 13), 0xc2b2ae35);
  h ^= h >>> 16;
  return ((state | 0) === state ? h : drawBeyond(h, state)) >>> 0;
}

/** The hash of the four bytes of the state's high word. @param seed the draw as it would be without them */
function drawBeyond(seed: number, state: State): number {
  return finalizeHash(absorbWord(seed, scrambleWord(round(state / 4294967296))), 4);
}

/** A state for a part of a value, such as an element or a field, made of the value's by draw `n`. */
export function partState(state: State, n: number): State {
  const mixed = draw(state, n) | 0;
  return (state | 0) === state ? mixed : mixed + round(state / 4294967296) * 4294967296;
}
