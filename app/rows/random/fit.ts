/** A row's sum may be off by so much of it. */
const EXACT = 1e-9;
/** Links that exclude each other never get there; tables like ours need 10 to 60 passes. */
const MOST_PASSES = 200;

/**
 * A table whose rows and columns add up to given shares, and which links them as much as `links` does:
 * iterative proportional fitting (Deming and Stephan, 1940). Only sums, products and quotients, which every
 * machine computes alike.
 * @param links by row and column, from 0; 1 everywhere means no link. A 0 stays 0
 * @param rows their shares, more than 0
 * @param columns their shares; both sum to the same
 * @returns by row and column, the shares of the pairs
 */
export function fitTable(
  links: readonly (readonly number[])[],
  rows: readonly number[],
  columns: readonly number[],
): number[][] {
  const table = links.map((row) => [...row]);
  for (let pass = 0, off = 1; off > EXACT && pass < MOST_PASSES; pass++) {
    off = 0;
    columns.forEach((share, c) => {
      const sum = table.reduce((total, row) => total + row[c]!, 0);
      for (const row of table) row[c] = sum === 0 ? 0 : (row[c]! * share) / sum;
    });
    table.forEach((row, r) => {
      const sum = row.reduce((total, value) => total + value, 0);
      off = Math.max(off, Math.abs(sum / rows[r]! - 1));
      for (let c = 0; c < row.length; c++) row[c] = (row[c]! * rows[r]!) / sum;
    });
  }
  return table;
}

/** Integer weights for `WeightedChoice` in the proportions of `shares`, with a sum of about 2^20. */
export function weightsOf(shares: readonly number[]): number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => Math.round((share / sum) * 2 ** 20));
}
