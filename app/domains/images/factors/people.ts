import { AGE, AGE_DETAIL, ETHNICITY, FACE, GENDER, PEOPLE, SECOND_ETHNICITY } from "../distributions";
import { stateAt } from "../../../rows/random/counters";
import { draw } from "../../../rows/random/mix";
import { threshold, WeightedChoice } from "../../../rows/random/shares";
import type { Factor, Factors } from "../../../rows/factors";
import { Shoots } from "./shoots";

/** Who is in the picture: the same in all rows of a take. */
export class People implements Factor {
  readonly shoots: Shoots;
  /** By take: 0, 1, 2, or 3 for more. */
  readonly people: Uint8Array;
  /** By take: 0 unknown, 1 women, 2 men. */
  readonly gender: Uint8Array;
  /** By take: 0 unknown, 1 baby, 2 child, 3 teenager, 4 young, 5 adult, 6 old. */
  readonly age: Uint8Array;
  /** By take: 1 with a face. */
  readonly face: Uint8Array;
  /** By row: the same, and whether there are people, and whether there is no face. */
  readonly rowPeople: Uint8Array;
  readonly rowAnybody: Uint8Array;
  readonly rowFace: Uint8Array;
  readonly rowNoFace: Uint8Array;

  readonly #peopleBase: number;
  readonly #genderBase: number;
  readonly #ageBase: number;
  readonly #faceBase: number;
  readonly #people = new WeightedChoice(PEOPLE);
  readonly #gender = new WeightedChoice(GENDER);
  readonly #age = new WeightedChoice(AGE);
  readonly #face = threshold(FACE);

  constructor(factors: Factors) {
    const { capacity, streams } = factors;
    this.shoots = factors.get(Shoots);
    this.people = new Uint8Array(capacity);
    this.gender = new Uint8Array(capacity);
    this.age = new Uint8Array(capacity);
    this.face = new Uint8Array(capacity);
    this.rowPeople = new Uint8Array(capacity);
    this.rowAnybody = new Uint8Array(capacity);
    this.rowFace = new Uint8Array(capacity);
    this.rowNoFace = new Uint8Array(capacity);
    this.#peopleBase = streams.base("people", 1);
    this.#genderBase = streams.base("gender", 1);
    this.#ageBase = streams.base("age", 1);
    this.#faceBase = streams.base("face", 1);
  }

  fill(rows: number): void {
    const { takes, takeOf } = this.shoots;
    const { people, gender, age, face, rowPeople, rowAnybody, rowFace, rowNoFace } = this;
    for (let t = 0; t < takes.count; t++) {
      people[t] = this.#people.pick(draw(stateAt(this.#peopleBase, takes, t), 0));
      const anybody = people[t]! > 0;
      gender[t] = anybody ? 1 + this.#gender.pick(draw(stateAt(this.#genderBase, takes, t), 0)) : 0;
      age[t] = anybody ? 1 + this.#age.pick(draw(stateAt(this.#ageBase, takes, t), 0)) : 0;
      face[t] = anybody && draw(stateAt(this.#faceBase, takes, t), 0) < this.#face ? 1 : 0;
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
  /** By take. */
  readonly first: Uint8Array;
  readonly second: Uint8Array;
  /** By take: bit e is set for ethnicity id e. */
  readonly mask: Uint16Array;
  readonly #base: number;
  readonly #choice = new WeightedChoice(ETHNICITY);
  readonly #second = threshold(SECOND_ETHNICITY);

  constructor(factors: Factors) {
    this.people = factors.get(People);
    this.first = new Uint8Array(factors.capacity);
    this.second = new Uint8Array(factors.capacity);
    this.mask = new Uint16Array(factors.capacity);
    this.#base = factors.streams.base("ethnicity", 1);
  }

  fill(): void {
    const { shoots, people } = this.people;
    for (let t = 0; t < shoots.takes.count; t++) {
      const state = stateAt(this.#base, shoots.takes, t);
      const first = people[t]! > 0 ? 1 + this.#choice.pick(draw(state, 0)) : 0;
      let second =
        people[t]! > 1 && draw(state, 1) < this.#second ? 1 + this.#choice.pick(draw(state, 2)) : 0;
      if (second === first) second = 0;
      this.first[t] = first;
      this.second[t] = second;
      this.mask[t] = (1 << first) | (1 << second);
    }
  }
}
