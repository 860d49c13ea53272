/** What integer weights add up to, about; at most twice as much. */
const SUM = 2 ** 20;

/**
 * Integer weights for `WeightedChoice` in the proportions of others; a weight above 0 stays above 0.
 * @param weights 0 or more, not all 0, at most 65,535
 */
export function integerWeights(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (weight === 0 ? 0 : Math.max(1, Math.round((weight / sum) * SUM))));
}

/** Zipf's law: weights 1, 1/2^exponent, 1/3^exponent ... as such integers. */
export function zipfWeights(length: number, exponent: number): number[] {
  return integerWeights(Array.from({ length }, (_, i) => (i + 1) ** -exponent));
}
