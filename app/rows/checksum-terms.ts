import { textHash } from "./murmur-hash";

/**
 * The numbers that the checksum is made of, shared by its two forms (JavaScript over a block, SQL over a
 * table). All are 32-bit; changing one makes every recorded checksum differ.
 */

/** Stands for NULL. */
export const NULL_VIEW = 0x7c1f9d3b;
/** Stands for a float that is not a number. */
export const NAN_VIEW = 0x5e2d64f1;
/** Folds the 32-bit words of a wider value into one: word 0 + word 1 * FOLD + word 2 * FOLD^2... Odd. */
export const FOLD = 0x9e3779b1;
/**
 * The view of an array is the sum over its elements of (view * ELEMENT) xor (position from 1 * POSITION), and
 * so is that of a tuple or a map over its parts. Both odd.
 */
export const ELEMENT = 0x85ebca77;
export const POSITION = 0xc2b2ae3d;
/**
 * Floats count in units of 1 / GRID, rounded half to even, as long as their number of units is below
 * FLOAT_LIMIT.
 */
export const GRID = 10_000;
export const FLOAT_LIMIT = 2 ** 51;

/** What a column's view is multiplied with in the row's sum: odd, 32-bit, a function of the column's name. */
export function columnFactor(name: string): number {
  return (textHash(name) | 1) >>> 0;
}

/** FOLD to the power of 0 to `words` - 1, mod 2^32. */
export function foldFactors(words: number): number[] {
  const factors = [1];
  while (factors.length < words) factors.push(Math.imul(factors[factors.length - 1]!, FOLD) >>> 0);
  return factors;
}
