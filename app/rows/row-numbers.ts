import type { Factor, Factors } from "./factors";

/** The rows' own numbers: what the scrambled ones of `Factors.own` were. */
export class RowNumbers implements Factor {
  readonly values: Float64Array;

  constructor({ own }: Factors) {
    this.values = own.numbers;
  }

  fill(): void {}
}
