import { stateAt } from "../../../rows/random/counters";
import { draw } from "../../../rows/random/mix";
import { SCENE_BY_SLOT, sceneFor } from "../vocabulary/scenes";
import { AGES } from "../vocabulary/people";
import type { Factor, Factors } from "../../../rows/factors";
import { People } from "./people";

const SLOTS = SCENE_BY_SLOT.length;
/** By age and slot. */
const SCENE_OF = Uint8Array.from({ length: AGES.length * SLOTS }, (_, at) =>
  sceneFor(SCENE_BY_SLOT[at % SLOTS]!, (at / SLOTS) | 0),
);

/** The kind of place, a number in `SCENES`: the shoot's, or where somebody of that age is instead. */
export class Scenes implements Factor {
  readonly people: People;
  /** By take. */
  readonly values: Uint8Array;
  readonly #base: number;

  constructor(factors: Factors) {
    this.people = factors.get(People);
    this.values = new Uint8Array(factors.capacity);
    this.#base = factors.streams.base("scene", 1);
  }

  fill(): void {
    const { age, shoots } = this.people;
    for (let t = 0; t < shoots.takes.count; t++) {
      const slot = draw(stateAt(this.#base, shoots.shoots, shoots.shootOfTake[t]!), 0) >>> 26;
      this.values[t] = SCENE_OF[age[t]! * SLOTS + slot]!;
    }
  }
}
