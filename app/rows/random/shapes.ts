/** Shapes of chance, in integer arithmetic only: the same on every machine. */

// Taken from the global once: in a vm context, such as a test runner's, each look-up there costs a
// microsecond.
const { floor, imul } = Math;

/** Even: an integer from 0 (included) to `n` (not included), `n` at most 2^20. */
export function even(u: number, n: number): number {
  return floor((u * n) / 4294967296);
}

/**
 * Skewed towards 0: an integer from 0 (included) to `n` (not included), `n` at most 2^16. The product of two
 * even numbers, so that 0 has about (1 + ln n) times the average and the last ones next to nothing.
 */
export function skewed(u: number, n: number): number {
  return imul(imul(u >>> 16, u & 0xffff) >>> 16, n) >>> 16;
}

/**
 * By quantiles: `knots` holds 17 integers, the values below which 0/16, 1/16 ... 16/16 of all draws fall;
 * straight lines lie between them, and neighbours differ by at most 2^16. The result is rounded down, so the
 * last is not reached.
 */
export function quantile(u: number, knots: Int32Array): number {
  const slot = u >>> 28;
  const low = knots[slot]!;
  return low + (imul(knots[slot + 1]! - low, (u >>> 12) & 0xffff) >>> 16);
}

/**
 * {@link quantile} with 10,000 times as many values: the knots are in ten-thousandths, the result is in
 * hundred-millionths.
 */
export function fineQuantile(u: number, knots: Int32Array): number {
  const slot = u >>> 28;
  const low = knots[slot]!;
  return low * 10_000 + (((knots[slot + 1]! - low) * (u & 0xfffffff) * (10_000 / 2 ** 28)) | 0);
}
