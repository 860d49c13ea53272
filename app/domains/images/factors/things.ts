import {
  ARMS_OF_POSE,
  OBJECTS_OF_CLASS,
  POSITION_OF_GESTURE,
  THINGS,
  type ThingShare,
} from "../distributions";
import { stateAt } from "../../../rows/random/counters";
import { draw } from "../../../rows/random/mix";
import { even, skewed } from "../../../rows/random/shapes";
import { maskBelow, threshold } from "../../../rows/random/shares";
import type { Factor, Factors } from "../../../rows/factors";
import { Body, Limbs } from "./body";
import { People } from "./people";
import { Detections } from "./subjects";

/**
 * What cluster columns are about: a hidden number of each row that shows such a thing. Columns that cluster one thing
 * agree as far as they read it.
 */
export abstract class Thing implements Factor {
  readonly kinds: number;
  /** How many rows of the block are clustered, and their places in the block. */
  count = 0;
  readonly places: Uint32Array;
  /** By such a row: the number, from 0 to `kinds` (not included), skewed towards 0. */
  readonly values: Uint16Array;
  /** By row of the block: 0 where it is clustered, else 1. */
  readonly nulls: Uint8Array;
  readonly #has: Uint8Array;
  /** The stream at the ids: draw 1 tells the number, those from 2 on are free. */
  protected readonly base: number;
  protected readonly ids: Factors["rows"];
  readonly #clarityBase: number;
  readonly #notClustered: number;

  /** @param clarity the stream whose draw 0 says whether a row is clustered: where two share it, they go together */
  protected constructor(
    factors: Factors,
    { kinds, needs, notClustered }: ThingShare,
    stream: string,
    clarity = stream,
  ) {
    this.kinds = kinds;
    this.places = new Uint32Array(factors.capacity);
    this.values = new Uint16Array(factors.capacity);
    this.nulls = new Uint8Array(factors.capacity);
    this.#has = needed(factors, needs);
    this.ids = factors.rows;
    this.base = factors.streams.base(stream, 1);
    this.#clarityBase = factors.streams.base(clarity, 1);
    this.#notClustered = threshold(notClustered) >>> 1;
  }

  fill(rows: number): void {
    const { places, nulls } = this;
    // Taken out of the loop, for it sees a class for each thing.
    const [has, ids, base, notClustered] = [this.#has, this.ids, this.#clarityBase, this.#notClustered];
    let count = 0;
    // Without a branch, which would be guessed wrongly often: places that are not clustered are written over.
    for (let i = 0; i < rows; i++) {
      const clustered = ~maskBelow(draw(stateAt(base, ids, i), 0), notClustered) & has[i]!;
      places[count] = i;
      nulls[i] = 1 - clustered;
      count += clustered;
    }
    this.count = count;
    this.fillValues(count);
  }

  /** Fills the first `count` values. */
  protected fillValues(count: number): void {
    const { places, values, kinds, ids, base } = this;
    for (let n = 0; n < count; n++) values[n] = skewed(draw(stateAt(base, ids, places[n]!), 1), kinds);
  }

  /** The number of row `i` of the block, whether or not it is clustered. */
  kindAt(i: number): number {
    return skewed(draw(stateAt(this.base, this.ids, i), 1), this.kinds);
  }
}

/** By row: 1 where there is something to cluster, else 0. */
function needed(factors: Factors, need: ThingShare["needs"]): Uint8Array {
  switch (need) {
    case "body":
      return factors.get(Body).body;
    case "hands":
      return factors.get(Body).hands;
    case "face":
      return factors.get(People).rowFace;
    case "detections":
      return factors.get(Detections).any;
    case "nothing":
      return new Uint8Array(factors.capacity).fill(1);
  }
}

export class Pose extends Thing {
  constructor(factors: Factors) {
    super(factors, THINGS.pose, "pose");
  }
}

export class Arms extends Thing {
  readonly #pose: Pose;
  readonly #ofPose = threshold(ARMS_OF_POSE);

  constructor(factors: Factors) {
    super(factors, THINGS.arms, "arms");
    this.#pose = factors.get(Pose);
  }

  protected override fillValues(count: number): void {
    const { places, values, kinds, ids, base } = this;
    const pose = this.#pose;
    for (let n = 0; n < count; n++) {
      const i = places[n]!;
      const state = stateAt(base, ids, i);
      const ofPose = draw(state, 2) < this.#ofPose;
      values[n] = ofPose ? ((pose.kindAt(i) * kinds) / pose.kinds) | 0 : skewed(draw(state, 1), kinds);
    }
  }
}

export class Gesture extends Thing {
  constructor(factors: Factors) {
    super(factors, THINGS.gesture, "gesture");
  }
}

const POSITIONS = THINGS["hand position"].kinds;
/** The positions of a left hand, a right hand, and of both, each by rank. */
const POSITIONS_OF_SIDE = [
  [0, 1],
  [2, 3, 4],
  [5, 6, 7, 8, 9],
].map((digits) =>
  Uint8Array.from(Array.from({ length: POSITIONS }, (_, n) => n).filter((n) => digits.includes(n % 10))),
);

/** Tells the hands' side, and often goes with the gesture; nearly always, there is a gesture where it is. */
export class HandPosition extends Thing {
  readonly #gesture: Gesture;
  readonly #limbs: Limbs;
  readonly #ofGesture = threshold(POSITION_OF_GESTURE) >>> 1;

  constructor(factors: Factors) {
    super(factors, THINGS["hand position"], "hand-position", "gesture");
    this.#gesture = factors.get(Gesture);
    this.#limbs = factors.get(Limbs);
  }

  protected override fillValues(count: number): void {
    const { places, values, ids, base } = this;
    const gesture = this.#gesture;
    const { left, right } = this.#limbs;
    for (let n = 0; n < count; n++) {
      const i = places[n]!;
      const positions = POSITIONS_OF_SIDE[left[i]! + 2 * right[i]! - 1]!;
      const state = stateAt(base, ids, i);
      const ofGesture = maskBelow(draw(state, 2), this.#ofGesture);
      const ofItsRank = ((gesture.kindAt(i) * positions.length) / gesture.kinds) | 0;
      values[n] =
        positions[(ofItsRank & ofGesture) | (skewed(draw(state, 1), positions.length) & ~ofGesture)]!;
    }
  }
}

export class Colour extends Thing {
  constructor(factors: Factors) {
    super(factors, THINGS.colour, "colour");
  }
}

export class FaceLook extends Thing {
  constructor(factors: Factors) {
    super(factors, THINGS.face, "face-look");
  }
}

/** Kinds of objects of one class. */
const OF_CLASS = 3;

export class Objects extends Thing {
  readonly #detections: Detections;
  readonly #ofClass = threshold(OBJECTS_OF_CLASS) >>> 1;

  constructor(factors: Factors) {
    super(factors, THINGS.objects, "objects");
    this.#detections = factors.get(Detections);
  }

  protected override fillValues(count: number): void {
    const { places, values, kinds, ids, base } = this;
    const { top } = this.#detections;
    for (let n = 0; n < count; n++) {
      const i = places[n]!;
      const state = stateAt(base, ids, i);
      const ofClass = maskBelow(draw(state, 2), this.#ofClass);
      const u = draw(state, 1);
      const kind = top[i]! * OF_CLASS + even(u, OF_CLASS);
      values[n] = (kind & ofClass) | (skewed(u, kinds) & ~ofClass);
    }
  }
}
