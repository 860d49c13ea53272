/** How much two columns know of each other. */
export interface DeclaredLink {
  readonly name: string;
  /** SQL of both values, and of the rows that count. */
  readonly a: string;
  readonly b: string;
  readonly among: string;
  /** Shares of the pairs of values; they need not sum to 1. */
  readonly joint: Joint;
}

export type Joint = readonly (readonly number[])[];

/**
 * Normalised mutual information, over the mean of both entropies, that is to be expected of the counts of `rows`
 * rows: few samples of many pairs seem to know more of each other than they do.
 */
export function expectedInformation(joint: Joint, rows: number): number {
  const total = joint.flat().reduce((sum, share) => sum + share, 0);
  const expected = (shares: readonly number[]) =>
    Math.log(rows) - shares.reduce((sum, share) => sum + meanOfLog((share / total) * rows), 0) / rows;
  const a = expected(joint.map((row) => row.reduce((sum, share) => sum + share, 0)));
  const b = expected(joint[0]!.map((_, c) => joint.reduce((sum, row) => sum + row[c]!, 0)));
  return (2 * (a + b - expected(joint.flat()))) / (a + b);
}

/** Mean of X ln X, where X is a count with the mean `mean`, by Poisson's law. */
function meanOfLog(mean: number): number {
  if (mean > 40) return mean * Math.log(mean) + 1 / 2 + 1 / (12 * mean);
  let sum = 0;
  let chance = Math.exp(-mean);
  for (let k = 1; k < mean + 12 * Math.sqrt(mean + 1) + 6; k++) {
    chance *= mean / k;
    sum += chance * k * Math.log(k);
  }
  return sum;
}
