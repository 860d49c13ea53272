import { OTHER_CLASSES, PERSON_CLASS, PERSON_DETECTED, PERSON_ON_TOP } from "../distributions";
import { stateAt } from "../../../rows/random/counters";
import { draw } from "../../../rows/random/mix";
import { even, skewed } from "../../../rows/random/shapes";
import { threshold, WeightedChoice } from "../../../rows/random/shares";
import { Body } from "./body";
import type { Factor, Factors } from "../../../rows/factors";
import { People } from "./people";

/** No row has more classes: a person and five others. */
export const MAX_CLASSES = OTHER_CLASSES.length;
/** A class lies at most this far behind the one before it, so that six of them stay within 1 to 80. */
const CLASS_STEP = 15;

/** The things that were found in the picture, by row. */
export class Detections implements Factor {
  /**
   * The classes of row i, ascending: `classes[offsets[i]]` (included) to `classes[offsets[i + 1]]` (not
   * included).
   */
  readonly offsets: Uint32Array;
  readonly classes: Uint8Array;
  /**
   * How many things in all: at least as many as classes, and at least as many as there are people detected.
   */
  readonly counts: Uint16Array;
  /** The class of the most prominent one; 0 where there is none. */
  readonly top: Uint8Array;
  /** 1 where there is one, else 0. */
  readonly any: Uint8Array;
  readonly #people: People;
  readonly #body: Body;
  readonly #rows: Factors["rows"];
  readonly #base: number;
  readonly #others = new WeightedChoice(OTHER_CLASSES);
  readonly #person = threshold(PERSON_DETECTED);
  readonly #personOnTop = threshold(PERSON_ON_TOP);

  constructor(factors: Factors) {
    this.#people = factors.get(People);
    this.#body = factors.get(Body);
    this.#rows = factors.rows;
    this.offsets = new Uint32Array(factors.capacity + 1);
    this.classes = new Uint8Array(factors.capacity * MAX_CLASSES);
    this.counts = new Uint16Array(factors.capacity);
    this.top = new Uint8Array(factors.capacity);
    this.any = new Uint8Array(factors.capacity);
    this.#base = factors.streams.base("detections", 1);
  }

  fill(rows: number): void {
    const { offsets, classes, counts, top } = this;
    const { rowPeople, rowFace } = this.#people;
    const { body } = this.#body;
    let at = 0;
    for (let i = 0; i < rows; i++) {
      const state = stateAt(this.#base, this.#rows, i);
      const start = at;
      const seen = rowFace[i]! | body[i]!;
      const person = rowPeople[i]! > 0 && (seen || draw(state, 0) < this.#person);
      const others = this.#others.pick(draw(state, 1));
      if (person) classes[at++] = PERSON_CLASS;
      for (let j = 0, last = PERSON_CLASS; j < others; j++) {
        last += 1 + skewed(draw(state, 4 + j), CLASS_STEP);
        classes[at++] = last;
      }
      offsets[i + 1] = at;
      const found = at - start;
      const u = draw(state, 2);
      this.any[i] = found === 0 ? 0 : 1;
      if (found === 0) top[i] = counts[i] = 0;
      else {
        const personOnTop = person && (others === 0 || u < this.#personOnTop);
        const firstOther = person ? start + 1 : start;
        top[i] = personOnTop ? PERSON_CLASS : classes[firstOther + even(draw(state, 3), others)]!;
        counts[i] = found + (person ? rowPeople[i]! - 1 : 0) + (((u & 7) * ((u >>> 3) & 7)) >> 3);
      }
    }
  }
}
