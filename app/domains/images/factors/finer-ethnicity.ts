import { AFRO_LATINX, ASIANS, ASIANS_AT_HOME, PERSON_OF_COLOR } from "../distributions";
import { stateAt } from "../../../rows/random/counters";
import { draw } from "../../../rows/random/mix";
import { threshold, WeightedChoice } from "../../../rows/random/shares";
import { ASIAN_COUNTRIES, COUNTRIES } from "../vocabulary/countries";
import type { Factor, Factors } from "../../../rows/factors";
import { Ethnicity } from "./people";
import { ShootCountry } from "./shoot-country";

/** Bits of {@link FinerEthnicity.mask}. */
export const FINER_ETHNICITIES = [
  "east_asian",
  "south_asian",
  "southeast_asian",
  "afro_latinx",
  "person_of_color",
];

/** By country number, 0 for unknown: which Asians live there, from 0, or -1. */
const ASIANS_OF_COUNTRY = [
  -1,
  ...COUNTRIES.map(([code]) => ASIAN_COUNTRIES.findIndex((codes) => codes.includes(code))),
];

const BLACK = 1 << 2;
const ASIAN = 1 << 3;
const HISPANIC = 1 << 4;
const OTHER = 1 << 9;

/** Parts of the coarser ethnicities, for the models that have flags of them. */
export class FinerEthnicity implements Factor {
  readonly ethnicity: Ethnicity;
  /** By take: bit f is set for `FINER_ETHNICITIES[f]`. */
  readonly mask: Uint8Array;
  readonly #country: ShootCountry;
  readonly #base: number;
  readonly #asians = new WeightedChoice(ASIANS);
  readonly #atHome = threshold(ASIANS_AT_HOME);
  readonly #afro = threshold(AFRO_LATINX);
  readonly #ofColor = threshold(PERSON_OF_COLOR);

  constructor(factors: Factors) {
    this.ethnicity = factors.get(Ethnicity);
    this.#country = factors.get(ShootCountry);
    this.mask = new Uint8Array(factors.capacity);
    this.#base = factors.streams.base("finer-ethnicity", 1);
  }

  fill(): void {
    const { takes, shootOfTake } = this.ethnicity.people.shoots;
    for (let t = 0; t < takes.count; t++) {
      const coarse = this.ethnicity.mask[t]!;
      const state = stateAt(this.#base, takes, t);
      const home = ASIANS_OF_COUNTRY[this.#country.values[shootOfTake[t]!]!]!;
      let mask = 0;
      if (coarse & ASIAN)
        mask |= 1 << (home >= 0 && draw(state, 0) < this.#atHome ? home : this.#asians.pick(draw(state, 1)));
      if (coarse & HISPANIC && (coarse & BLACK || draw(state, 2) < this.#afro)) mask |= 1 << 3;
      if (coarse & OTHER && draw(state, 3) < this.#ofColor) mask |= 1 << 4;
      this.mask[t] = mask;
    }
  }
}
