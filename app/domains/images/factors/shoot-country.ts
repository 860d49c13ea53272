import { ABROAD, COUNTRY_UNKNOWN } from "../distributions";
import { lazy } from "../../../rows/lazy";
import { draw, wordState } from "../../../rows/random/mix";
import { weightsOf } from "../../../rows/random/fit";
import { threshold, WeightedChoices } from "../../../rows/random/shares";
import { placeShares } from "../links/places";
import { placeNumber } from "../links/who";
import { COUNTRIES } from "../vocabulary/countries";
import type { Factor, Factors } from "../../../rows/factors";
import { ShootAuthor } from "./shoot-author";
import { ShootDay } from "./shoot-day";
import type { Shoots } from "./shoots";

/** By site: its countries. */
const destinationChoices = lazy(() => new WeightedChoices(placeShares().map(weightsOf)));

/** Where a shoot was taken: an author is in one country a day, and mostly at home. */
export class ShootCountry implements Factor {
  readonly shoots: Shoots;
  /** By shoot: the number of the country from 1, or 0 for unknown, which is its `location_id`. */
  readonly values: Uint16Array;
  /** By shoot: see `placeNumber`. */
  readonly places: Uint8Array;
  readonly #author: ShootAuthor;
  readonly #day: ShootDay;
  readonly #base: number;
  readonly #unknown = threshold(COUNTRY_UNKNOWN);
  readonly #abroad = threshold(ABROAD);

  constructor(factors: Factors) {
    this.#author = factors.get(ShootAuthor);
    this.#day = factors.get(ShootDay);
    this.shoots = this.#day.shoots;
    this.values = new Uint16Array(factors.capacity);
    this.places = new Uint8Array(factors.capacity);
    this.#base = factors.streams.base("country", 2);
  }

  fill(): void {
    const { states, place } = this.#author;
    const { sites, homes } = place;
    const destinations = destinationChoices();
    for (let s = 0; s < this.shoots.shoots.count; s++) {
      const state = wordState(wordState(this.#base, states[s]!), this.#day.values[s]!);
      const site = sites[s]!;
      let country = 0;
      if (draw(state, 0) >= this.#unknown) {
        country = 1 + (draw(state, 1) < this.#abroad ? destinations.pick(site, draw(state, 2)) : homes[s]!);
      }
      this.values[s] = country;
      this.places[s] = placeNumber(site, country === 0 ? 0 : COUNTRIES[country - 1]![1]);
    }
  }
}
