import { AUTHOR_HEAD, COUNTRY_UNKNOWN, UPLOAD_DAYS } from "../distributions";
import { stateAt } from "../../../rows/random/counters";
import { draw } from "../../../rows/random/mix";
import { even } from "../../../rows/random/shapes";
import { WeightedChoice } from "../../../rows/random/shares";
import { AUTHORS } from "../vocabulary/author-names";
import { COUNTRIES } from "../vocabulary/countries";
import { SITES } from "../vocabulary/sites";
import type { Factor, Factors } from "../../../rows/factors";
import { Shoots } from "./shoots";

/** Something that is chosen once a shoot, by weight. */
abstract class ShootChoice implements Factor {
  /** By shoot. */
  readonly values: Uint16Array;
  readonly shoots: Shoots;
  readonly #base: number;
  readonly #choice: WeightedChoice;

  protected constructor(factors: Factors, stream: string, version: number, choice: WeightedChoice) {
    this.shoots = factors.get(Shoots);
    this.values = new Uint16Array(factors.capacity);
    this.#base = factors.streams.base(stream, version);
    this.#choice = choice;
  }

  fill(): void {
    const counters = this.shoots.shoots;
    for (let s = 0; s < counters.count; s++)
      this.values[s] = this.#choice.pick(draw(stateAt(this.#base, counters, s), 0));
  }
}

const SITE = new WeightedChoice(SITES.map((site) => site.weight));

/** The number of the site in `SITES`: its id less 1. */
export class ShootSite extends ShootChoice {
  constructor(factors: Factors) {
    super(factors, "site", 1, SITE);
  }
}

const countryWeights = COUNTRIES.map(([, , weight]) => weight);
const countryTotal = countryWeights.reduce((sum, weight) => sum + weight, 0);
const [unknownPart, unknownWhole] = COUNTRY_UNKNOWN;
const COUNTRY = new WeightedChoice([
  countryTotal * unknownPart,
  ...countryWeights.map((weight) => weight * (unknownWhole - unknownPart)),
]);

/** The number of the country from 1, or 0 for unknown: its `location_id`. */
export class ShootCountry extends ShootChoice {
  constructor(factors: Factors) {
    super(factors, "country", 1, COUNTRY);
  }
}

const AUTHOR = new WeightedChoice(
  Array.from({ length: AUTHORS }, (_, r) => Math.floor(2 ** 18 / (r + AUTHOR_HEAD))),
);

/** The number of the author in `AUTHOR_NAMES`. */
export class ShootAuthor extends ShootChoice {
  constructor(factors: Factors) {
    super(factors, "author", 1, AUTHOR);
  }
}

/** The day of the upload, in days since 1970: the later of two even draws, because the sites grew. */
export class ShootDay implements Factor {
  /** By shoot. */
  readonly values: Uint16Array;
  readonly shoots: Shoots;
  readonly #base: number;

  constructor(factors: Factors) {
    this.shoots = factors.get(Shoots);
    this.values = new Uint16Array(factors.capacity);
    this.#base = factors.streams.base("upload-day", 1);
  }

  fill(): void {
    const counters = this.shoots.shoots;
    const [first, last] = UPLOAD_DAYS;
    const days = last - first + 1;
    for (let s = 0; s < counters.count; s++) {
      const state = stateAt(this.#base, counters, s);
      this.values[s] = first + Math.max(even(draw(state, 0), days), even(draw(state, 1), days));
    }
  }
}
