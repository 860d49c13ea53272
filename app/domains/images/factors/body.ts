import {
  FRAMED,
  BODY_WITH_FACE,
  BODY_WITHOUT_FACE,
  DISTANT_FACE,
  FEET,
  HANDS_WITH_BODY,
  HANDS_WITHOUT_BODY,
  NO_LANDMARKS,
  NO_LANDMARKS_SMALL,
  SMALL_FACE,
  WHICH_HANDS,
} from "../distributions";
import { Counters, stateAt } from "../../../rows/random/counters";
import { draw } from "../../../rows/random/mix";
import { maskBelow, type Share, threshold, WeightedChoice } from "../../../rows/random/shares";
import type { Factor, Factors } from "../../../rows/factors";
import { People } from "./people";

/**
 * Framed takes show the same of their people in all rows, so that a caption may speak of it. The draws that decide
 * it are those of the take there, elsewhere the row's: the shares are the same.
 */
export class Framing implements Factor {
  readonly people: People;
  /** By take: 0 or 1. */
  readonly framed: Uint8Array;
  /** By row: what these draws are made by. */
  readonly counters: Counters;
  readonly #rows: Factors["rows"];
  readonly #base: number;
  readonly #share = threshold(FRAMED) >>> 1;

  constructor(factors: Factors) {
    this.people = factors.get(People);
    this.#rows = factors.rows;
    this.framed = new Uint8Array(factors.capacity);
    this.counters = new Counters(factors.capacity);
    this.#base = factors.streams.base("framing", 1);
  }

  fill(rows: number): void {
    const { takes, takeOf } = this.people.shoots;
    const { framed, counters } = this;
    const ids = this.#rows;
    for (let t = 0; t < takes.count; t++)
      framed[t] = -maskBelow(draw(stateAt(this.#base, takes, t), 0), this.#share);
    for (let i = 0; i < rows; i++) {
      const t = takeOf[i]!;
      const isFramed = -framed[t]!;
      counters.low[i] = (takes.low[t]! & isFramed) | (ids.low[i]! & ~isFramed);
      counters.high[i] = (takes.high[t]! & isFramed) | (ids.high[i]! & ~isFramed);
    }
  }
}

/** What of the people can be seen, by row: 0 or 1. */
export class Body implements Factor {
  readonly body: Uint8Array;
  readonly hands: Uint8Array;
  readonly framing: Framing;
  readonly #bodyBase: number;
  readonly #handsBase: number;
  /** By face (no, yes), and by body (no, yes). */
  readonly #ofBody = halves(BODY_WITHOUT_FACE, BODY_WITH_FACE);
  readonly #ofHands = halves(HANDS_WITHOUT_BODY, HANDS_WITH_BODY);

  constructor(factors: Factors) {
    this.framing = factors.get(Framing);
    this.body = new Uint8Array(factors.capacity);
    this.hands = new Uint8Array(factors.capacity);
    this.#bodyBase = factors.streams.base("body", 2);
    this.#handsBase = factors.streams.base("hands", 2);
  }

  fill(rows: number): void {
    const { counters, people } = this.framing;
    const { rowAnybody, rowFace } = people;
    const { body, hands } = this;
    const ofBody = this.#ofBody;
    const ofHands = this.#ofHands;
    for (let i = 0; i < rows; i++) {
      const seen =
        maskBelow(draw(stateAt(this.#bodyBase, counters, i), 0), ofBody[rowFace[i]!]!) & rowAnybody[i]!;
      body[i] = seen;
      hands[i] = maskBelow(draw(stateAt(this.#handsBase, counters, i), 0), ofHands[seen]!) & rowAnybody[i]!;
    }
  }
}

function halves(...shares: readonly Share[]): Int32Array {
  return Int32Array.from(shares, (share) => threshold(share) >>> 1);
}

/** Feet, and which of the hands, by row: 0 or 1. */
export class Limbs implements Factor {
  readonly feet: Uint8Array;
  readonly left: Uint8Array;
  readonly right: Uint8Array;
  readonly #body: Body;
  readonly #feetBase: number;
  readonly #sidesBase: number;
  readonly #feet = threshold(FEET) >>> 1;
  readonly #sides = new WeightedChoice(WHICH_HANDS);

  constructor(factors: Factors) {
    this.#body = factors.get(Body);
    this.feet = new Uint8Array(factors.capacity);
    this.left = new Uint8Array(factors.capacity);
    this.right = new Uint8Array(factors.capacity);
    this.#feetBase = factors.streams.base("feet", 2);
    this.#sidesBase = factors.streams.base("hand-sides", 2);
  }

  fill(rows: number): void {
    const { body, hands, framing } = this.#body;
    const { counters } = framing;
    for (let i = 0; i < rows; i++) {
      this.feet[i] = maskBelow(draw(stateAt(this.#feetBase, counters, i), 0), this.#feet) & body[i]!;
      // 1 the left one, 2 the right one, 3 both
      const sides = (1 + this.#sides.pick(draw(stateAt(this.#sidesBase, counters, i), 0))) & -hands[i]!;
      this.left[i] = sides & 1;
      this.right[i] = sides >> 1;
    }
  }
}

/** What is the matter with the face, by row: 0 or 1; all 0 without one. */
export class FaceSize implements Factor {
  readonly small: Uint8Array;
  readonly distant: Uint8Array;
  readonly noLandmarks: Uint8Array;
  /** 1 where there is a face with landmarks. */
  readonly landmarks: Uint8Array;
  readonly #people: People;
  readonly #rows: Factors["rows"];
  readonly #base: number;
  readonly #small = threshold(SMALL_FACE) >>> 1;
  readonly #distant = threshold(DISTANT_FACE) >>> 1;
  /** By smallness (no, yes). */
  readonly #ofNone = halves(NO_LANDMARKS, NO_LANDMARKS_SMALL);

  constructor(factors: Factors) {
    this.#people = factors.get(People);
    this.#rows = factors.rows;
    this.small = new Uint8Array(factors.capacity);
    this.distant = new Uint8Array(factors.capacity);
    this.noLandmarks = new Uint8Array(factors.capacity);
    this.landmarks = new Uint8Array(factors.capacity);
    this.#base = factors.streams.base("face-size", 1);
  }

  fill(rows: number): void {
    const { rowFace } = this.#people;
    const ofNone = this.#ofNone;
    for (let i = 0; i < rows; i++) {
      const state = stateAt(this.#base, this.#rows, i);
      const small = maskBelow(draw(state, 0), this.#small) & rowFace[i]!;
      const none = maskBelow(draw(state, 2), ofNone[small]!) & rowFace[i]!;
      this.small[i] = small;
      this.distant[i] = maskBelow(draw(state, 1), this.#distant) & small;
      this.noLandmarks[i] = none;
      this.landmarks[i] = rowFace[i]! - none;
    }
  }
}
