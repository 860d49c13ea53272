import { FREE_EDGE, LONG_EDGE, SAME_SIZE, SIZES, UPRIGHT } from "../distributions";
import { stateAt } from "../../../rows/random/counters";
import { draw, eitherState } from "../../../rows/random/mix";
import { even } from "../../../rows/random/shapes";
import { maskBelow, threshold, WeightedChoice } from "../../../rows/random/shares";
import type { Factor, Factors } from "../../../rows/factors";
import { Shoots } from "./shoots";

const SIZE = new WeightedChoice(SIZES.map(([, , weight]) => weight));
const WIDTHS = Int16Array.from(SIZES, ([width]) => width);
const HEIGHTS = Int16Array.from(SIZES, ([, height]) => height);
const ANY_OTHER = SIZES.length - 1;
const LONGEST = SIZES[0][0];

/** The picture in pixels, by row. */
export class Sizes implements Factor {
  readonly widths: Uint16Array;
  readonly heights: Uint16Array;
  readonly #shoots: Shoots;
  readonly #rows: Factors["own"];
  readonly #base: number;
  readonly #shootBase: number;
  readonly #same = threshold(SAME_SIZE) >>> 1;
  readonly #long = threshold(LONG_EDGE);
  readonly #upright = threshold(UPRIGHT);

  constructor(factors: Factors) {
    this.#shoots = factors.get(Shoots);
    this.#rows = factors.own;
    this.widths = new Uint16Array(factors.capacity);
    this.heights = new Uint16Array(factors.capacity);
    this.#base = factors.streams.base("size", 2);
    this.#shootBase = factors.streams.base("size-shoot", 1);
  }

  fill(rows: number): void {
    const { shootOf, shoots } = this.#shoots;
    const { widths, heights } = this;
    for (let i = 0; i < rows; i++) {
      const own = stateAt(this.#base, this.#rows, i);
      const same = maskBelow(draw(own, 0), this.#same);
      const state = eitherState(same, stateAt(this.#shootBase, shoots, shootOf[i]!), own);
      const size = SIZE.pick(draw(state, 1));
      if (size < ANY_OTHER) {
        widths[i] = WIDTHS[size]!;
        heights[i] = HEIGHTS[size]!;
        continue;
      }
      const long = draw(state, 2) < this.#long ? LONGEST : edge(draw(state, 3));
      const short = even(draw(state, 4), long - 300) + 300;
      const upright = draw(state, 5) < this.#upright;
      widths[i] = upright ? short : long;
      heights[i] = upright ? long : short;
    }
  }
}

function edge(u: number): number {
  const [least, most] = FREE_EDGE;
  return least + even(u, most - least + 1);
}
