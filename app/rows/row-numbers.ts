import type { Range } from "../plan/range";
import type { Factor, Factors } from "./factors";

/** The rows' own numbers: what the scrambled ones of `Factors.own` were. */
export class RowNumbers implements Factor {
  readonly values: Float64Array;

  constructor({ capacity }: Factors) {
    this.values = new Float64Array(capacity);
  }

  fill(_rows: number, _ranges: readonly Range[], own: readonly Range[]): void {
    let at = 0;
    for (const { first, rows } of own) for (let i = 0; i < rows; i++) this.values[at++] = first + i;
  }
}
