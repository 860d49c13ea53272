import { lazy } from "../../../rows/lazy";
import { stateAt } from "../../../rows/random/counters";
import { draw } from "../../../rows/random/mix";
import { weightsOf } from "../../../rows/random/fit";
import { WeightedChoice } from "../../../rows/random/shares";
import { placeShares } from "../links/places";
import { COUNTRIES } from "../vocabulary/countries";
import type { Factor, Factors } from "../../../rows/factors";
import { Shoots } from "./shoots";

/** Every pair of a site and a country, by its share. */
const pairChoice = lazy(() => new WeightedChoice(weightsOf(placeShares().flat())));

/** The site that a shoot is sold on, and the country that its author lives in. */
export class ShootPlace implements Factor {
  readonly shoots: Shoots;
  /** By shoot: the number of the site in `SITES`, and of the country in `COUNTRIES`. */
  readonly sites: Uint16Array;
  readonly homes: Uint8Array;
  readonly #base: number;

  constructor(factors: Factors) {
    this.shoots = factors.get(Shoots);
    this.sites = new Uint16Array(factors.capacity);
    this.homes = new Uint8Array(factors.capacity);
    this.#base = factors.streams.base("place", 1);
  }

  fill(): void {
    const { suppliers } = this.shoots;
    const pairs = pairChoice();
    for (let s = 0; s < suppliers.count; s++) {
      const pair = pairs.pick(draw(stateAt(this.#base, suppliers, s), 0));
      const site = (pair / COUNTRIES.length) | 0;
      this.sites[s] = site;
      this.homes[s] = pair - site * COUNTRIES.length;
    }
  }
}
