import { ESTABLISHED, ESTABLISHED_AUTHORS, NEWCOMERS_PER_ERA } from "../distributions";
import { lazy } from "../../../rows/lazy";
import { draw, idState, wordState } from "../../../rows/random/mix";
import { stateAt } from "../../../rows/random/counters";
import { newStates, type States } from "../../../rows/random/states";
import { skewed } from "../../../rows/random/shapes";
import { threshold, WeightedChoice } from "../../../rows/random/shares";
import { placeShares } from "../links/places";
import { COUNTRIES } from "../vocabulary/countries";
import type { Factor, Factors } from "../../../rows/factors";
import { ShootPlace } from "./shoot-place";

/** Ids of which the newcomers are the same ones. */
const ERA = 131_072;
/** Newcomers are active for so many eras, less and less. */
const ACTIVE_ERAS = 6;

const sizes = (total: number) =>
  lazy(() => Uint16Array.from(placeShares().flat(), (share) => Math.max(1, Math.round(share * total))));
const establishedOfPlace = sizes(ESTABLISHED_AUTHORS);
const newcomersOfPlace = sizes(NEWCOMERS_PER_ERA);
/** The rank of an established author among those of the pair: a long tail. */
const RANK = new WeightedChoice(Array.from({ length: 512 }, (_, rank) => Math.floor(2 ** 17 / (rank + 1))));

/**
 * Who took the pictures of a shoot: somebody of its site and home. Some have always been there; with the ids come
 * newcomers, so that any number of rows has its number of authors.
 */
export class ShootAuthor implements Factor {
  readonly place: ShootPlace;
  /** By shoot: a stream's state that stands for the author, for draws of what is the author's own. */
  readonly states: States;
  readonly #base: number;
  readonly #identityBase: number;
  readonly #established = threshold(ESTABLISHED);

  constructor(factors: Factors) {
    this.place = factors.get(ShootPlace);
    this.states = newStates(factors, factors.capacity);
    this.#base = factors.streams.base("author", 2);
    this.#identityBase = factors.streams.base("author-identity", 1);
  }

  fill(): void {
    const { shoots, sites, homes } = this.place;
    const { suppliers, startOfShoot } = shoots;
    const established = establishedOfPlace();
    const newcomers = newcomersOfPlace();
    for (let s = 0; s < suppliers.count; s++) {
      const state = stateAt(this.#base, suppliers, s);
      const place = sites[s]! * COUNTRIES.length + homes[s]!;
      let era = 0;
      let rank: number;
      if (draw(state, 0) < this.#established) {
        rank = RANK.pick(draw(state, 1)) % established[place]!;
      } else {
        era = Math.floor(startOfShoot[s]! / ERA) + ACTIVE_ERAS - skewed(draw(state, 2), ACTIVE_ERAS);
        rank = skewed(draw(state, 1), newcomers[place]!);
      }
      this.states[s] = idState(wordState(this.#identityBase, place * 65_536 + rank), era);
    }
  }
}
