import { SITE_IMAGE_ID_DIGITS } from "../distributions";
import { stateAt } from "../random/counters";
import { draw } from "../random/mix";
import { even } from "../random/shapes";
import { WeightedChoice } from "../random/shares";
import type { Factor, Factors } from "./factors";

/** The site's own number of the picture, by row: 8 to 10 digits. */
export class SiteImageId implements Factor {
  readonly values: Float64Array;
  readonly #rows: Factors["rows"];
  readonly #base: number;
  readonly #digits = new WeightedChoice(SITE_IMAGE_ID_DIGITS);

  constructor(factors: Factors) {
    this.#rows = factors.rows;
    this.values = new Float64Array(factors.capacity);
    this.#base = factors.streams.base("site-image-id", 1);
  }

  fill(_firstId: number, rows: number): void {
    for (let i = 0; i < rows; i++) {
      const state = stateAt(this.#base, this.#rows, i);
      const digits = 8 + this.#digits.pick(draw(state, 0));
      const lowest = digits === 8 ? 10_000_000 : digits === 9 ? 100_000_000 : 1_000_000_000;
      // Nine times the lowest is too much for one even draw: the leading digits and the last four are drawn apart.
      const leading = even(draw(state, 1), (lowest / 10_000) * 9);
      this.values[i] = lowest + leading * 10_000 + even(draw(state, 2), 10_000);
    }
  }
}
