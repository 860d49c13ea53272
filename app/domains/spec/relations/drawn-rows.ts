import { type Counters, stateAt } from "../../../rows/random/counters";
import { draw } from "../../../rows/random/mix";
import { threshold } from "../../../rows/random/shares";
import type { Choice } from "./choice";

const { floor } = Math;

/** Each row refers to one drawn by itself. */
export class DrawnRows implements Choice {
  readonly #orphans: number;

  /**
   * @param base of the stream
   * @param counters of the block's rows
   * @param rank draws a place among the rows, from 0 to their number (not included)
   * @param orphans share of rows that refer to a row behind the last one
   */
  constructor(
    private readonly base: number,
    private readonly counters: Counters,
    private readonly firstRow: number,
    private readonly rows: number,
    private readonly rank: (state: number) => number,
    orphans: number,
  ) {
    this.#orphans = threshold([orphans, 1]);
  }

  choose(rows: number, numbers: Float64Array, places: Uint32Array): number {
    for (let i = 0; i < rows; i++) {
      const state = stateAt(this.base, this.counters, i);
      const orphan = draw(state, 0) < this.#orphans ? this.rows : 0;
      numbers[i] = this.firstRow + orphan + this.rank(state);
      places[i] = i;
    }
    return rows;
  }
}

/** Any of so many alike, up to 2^53. */
export function evenRank(rows: number): (state: number) => number {
  if (rows <= 2 ** 20) return (state) => floor((draw(state, 1) * rows) / 2 ** 32);
  // 53 bits, of which a product's rounding reaches the last one only.
  return (state) => floor(((draw(state, 1) * 2 ** 21 + (draw(state, 2) >>> 11)) / 2 ** 53) * rows);
}
