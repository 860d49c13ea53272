/** Shares of the values of an expression, among some rows. */
export interface DeclaredShares {
  readonly name: string;
  /** SQL of a value, and of the rows that count; by default all of them. */
  readonly value: string;
  readonly among?: string;
  /** By value as text; they sum to 1. */
  readonly shares: ReadonlyMap<string, number>;
}
