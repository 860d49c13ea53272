import {
  AGE,
  AGE_DETAIL,
  FACE,
  PEOPLE,
  SAME_AGE,
  SAME_GENDER,
  SAME_PEOPLE,
  SECOND_ETHNICITY,
} from "../distributions";
import { lazy } from "../../../rows/lazy";
import { stateAt } from "../../../rows/random/counters";
import { draw, eitherState } from "../../../rows/random/mix";
import { maskBelow, threshold, WeightedChoice, WeightedChoices } from "../../../rows/random/shares";
import type { Factor, Factors } from "../../../rows/factors";
import { ethnicityByPlace, genderByPlace } from "../links/who";
import { weightsOf } from "../../../rows/random/fit";
import { ShootCountry } from "./shoot-country";
import type { Shoots } from "./shoots";

const choices = (shares: () => readonly (readonly number[])[]) =>
  lazy(() => new WeightedChoices(shares().map(weightsOf)));
/** By place, see `placeNumber`. */
const genderChoices = choices(genderByPlace);
const ethnicityChoices = choices(ethnicityByPlace);

/** Who is in the picture: the same in all rows of a take. */
export class People implements Factor {
  readonly shoots: Shoots;
  /** By take: 0, 1, 2, or 3 for more. */
  readonly people: Uint8Array;
  /** By take: 0 nobody, 1 women, 2 men, 3 not known. */
  readonly gender: Uint8Array;
  /** By take: 0 nobody, 1 baby, 2 child, 3 teenager, 4 young, 5 adult, 6 old. */
  readonly age: Uint8Array;
  /** By take: 1 with a face. */
  readonly face: Uint8Array;
  /** By row: the same, and whether there are people, and whether there is no face. */
  readonly rowPeople: Uint8Array;
  readonly rowAnybody: Uint8Array;
  readonly rowFace: Uint8Array;
  readonly rowNoFace: Uint8Array;

  readonly #country: ShootCountry;
  readonly #base: number;
  readonly #people = new WeightedChoice(PEOPLE);
  readonly #age = new WeightedChoice(AGE);
  readonly #face = threshold(FACE) >>> 1;
  readonly #samePeople = threshold(SAME_PEOPLE) >>> 1;
  readonly #sameGender = threshold(SAME_GENDER) >>> 1;
  readonly #sameAge = threshold(SAME_AGE) >>> 1;

  constructor(factors: Factors) {
    const { capacity, streams } = factors;
    this.#country = factors.get(ShootCountry);
    this.shoots = this.#country.shoots;
    this.people = new Uint8Array(capacity);
    this.gender = new Uint8Array(capacity);
    this.age = new Uint8Array(capacity);
    this.face = new Uint8Array(capacity);
    this.rowPeople = new Uint8Array(capacity);
    this.rowAnybody = new Uint8Array(capacity);
    this.rowFace = new Uint8Array(capacity);
    this.rowNoFace = new Uint8Array(capacity);
    this.#base = streams.base("people", 2);
  }

  fill(rows: number): void {
    const { shoots, takes, takeOf, shootOfTake } = this.shoots;
    const { people, gender, age, face, rowPeople, rowAnybody, rowFace, rowNoFace } = this;
    const { places } = this.#country;
    const genders = genderChoices();
    for (let t = 0; t < takes.count; t++) {
      const s = shootOfTake[t]!;
      const own = stateAt(this.#base, takes, t);
      const ofShoot = stateAt(this.#base, shoots, s);
      const alike = draw(own, 0);
      people[t] = this.#people.pick(drawn(own, ofShoot, maskBelow(alike, this.#samePeople), 1));
      const anybody = people[t]! > 0;
      const womanOrMan = genders.pick(places[s]!, drawn(own, ofShoot, maskBelow(alike, this.#sameGender), 2));
      const years = this.#age.pick(drawn(own, ofShoot, maskBelow(alike, this.#sameAge), 3));
      gender[t] = anybody ? 1 + womanOrMan : 0;
      age[t] = anybody ? 1 + years : 0;
      face[t] = maskBelow(draw(own, 4), this.#face) & (anybody ? 1 : 0);
    }
    for (let i = 0; i < rows; i++) {
      const t = takeOf[i]!;
      rowPeople[i] = people[t]!;
      rowAnybody[i] = (people[t]! + 3) >> 2;
      rowFace[i] = face[t]!;
      rowNoFace[i] = 1 - face[t]!;
    }
  }
}

/** Draw `n` of the shoot where the mask is all ones, else the take's own: either way the shares are the same. */
function drawn(own: number, ofShoot: number, mask: number, n: number): number {
  // The shoot's first take has the shoot's state, and other draws of it.
  return draw(eitherState(mask, ofShoot, own), n + (mask & SHOOT_DRAWS));
}

/** Draws of a shoot are numbered from here on. */
const SHOOT_DRAWS = 8;

const FIRST_DETAIL = AGE_DETAIL.map((_, a) => 1 + AGE_DETAIL.slice(0, a).flat().length);

/** The finer age, numbered through all ages from 1; 0 where the age is unknown. */
export class AgeDetail implements Factor {
  readonly people: People;
  /** By take. */
  readonly values: Uint8Array;
  readonly #base: number;
  readonly #choices = AGE_DETAIL.map((weights) => new WeightedChoice(weights));

  constructor(factors: Factors) {
    this.people = factors.get(People);
    this.values = new Uint8Array(factors.capacity);
    this.#base = factors.streams.base("age-detail", 1);
  }

  fill(): void {
    const { shoots, age } = this.people;
    for (let t = 0; t < shoots.takes.count; t++) {
      const a = age[t]! - 1;
      const u = draw(stateAt(this.#base, shoots.takes, t), 0);
      this.values[t] = a < 0 ? 0 : FIRST_DETAIL[a]! + this.#choices[a]!.pick(u);
    }
  }
}

/** One ethnicity, sometimes two: ids 1 to 9, 0 for none. */
export class Ethnicity implements Factor {
  readonly people: People;
  readonly #country: ShootCountry;
  /** By take. */
  readonly first: Uint8Array;
  readonly second: Uint8Array;
  /** By take: bit e is set for ethnicity id e. */
  readonly mask: Uint16Array;
  readonly #base: number;
  readonly #second = threshold(SECOND_ETHNICITY);

  constructor(factors: Factors) {
    this.people = factors.get(People);
    this.#country = factors.get(ShootCountry);
    this.first = new Uint8Array(factors.capacity);
    this.second = new Uint8Array(factors.capacity);
    this.mask = new Uint16Array(factors.capacity);
    this.#base = factors.streams.base("ethnicity", 2);
  }

  fill(): void {
    const { shoots, people } = this.people;
    const ethnicities = ethnicityChoices();
    for (let t = 0; t < shoots.takes.count; t++) {
      const state = stateAt(this.#base, shoots.takes, t);
      const place = this.#country.places[shoots.shootOfTake[t]!]!;
      const first = people[t]! > 0 ? 1 + ethnicities.pick(place, draw(state, 0)) : 0;
      let second =
        people[t]! > 1 && draw(state, 1) < this.#second ? 1 + ethnicities.pick(place, draw(state, 2)) : 0;
      if (second === first) second = 0;
      this.first[t] = first;
      this.second[t] = second;
      this.mask[t] = (1 << first) | (1 << second);
    }
  }
}
