import type { Range } from "../../../plan/range";
import { Counters, stateAt } from "../../../rows/random/counters";
import { draw, idState } from "../../../rows/random/mix";
import { type Share, threshold } from "../../../rows/random/shares";
import { even } from "../../../rows/random/shapes";
import type { Factor, Factors } from "../../../rows/factors";

/**
 * Every id that is a multiple of this starts a shoot, so that no row needs more than the 63 ids before it.
 */
export const WINDOW = 64;

const LONG_WINDOW: Share = [1, 24];
/** How often an id starts a shoot, and else a take, in ordinary windows and in those of one long session. */
const ORDINARY_STARTS = { shoot: 0.31, take: 0.7 };
const LONG_STARTS = { shoot: 0.01, take: 0.04 };

/** An id starts a shoot where its draw is below the first, and a take where it is below the second. */
type Limits = readonly [shoot: number, take: number];

function limits({ shoot, take }: { readonly shoot: number; readonly take: number }): Limits {
  return [threshold([shoot, 1]), threshold([shoot + (1 - shoot) * take, 1])];
}

/** Of takes: those that show what their shoot began with once more. */
const RETURNS: Share = [30, 100];

/** Of shoots: those by one of a few who supplied the pictures of so many ids by turns. */
const SUPPLIED: Share = [62, 100];
const SUPPLY = 128;
const SUPPLIERS = 6;

/**
 * Shoots are runs of neighbouring ids that share photographer, site, day and place; takes are runs within
 * them that share the people and the caption, and the shoot's first one may come back. Where they begin is drawn apart from what they hold, so shares
 * of takes and shoots are shares of rows as well.
 */
export class Shoots implements Factor {
  /** By row: the number of its shoot and of its take in this block. */
  readonly shootOf: Uint32Array;
  readonly takeOf: Uint32Array;
  /** The ids that the shoots and takes of this block start at: what their contents are drawn by. */
  readonly shoots: Counters;
  readonly takes: Counters;
  /** By shoot: the id that it starts at. */
  readonly startOfShoot: Float64Array;
  /** By shoot: what its author and their place are drawn by, the same for shoots of one supplier. */
  readonly suppliers: Counters;
  /** By take: the number of its shoot. */
  readonly shootOfTake: Uint32Array;

  readonly #base: number;
  readonly #windowBase: number;
  readonly #long = threshold(LONG_WINDOW);
  readonly #supplied = threshold(SUPPLIED);
  readonly #returns = threshold(RETURNS);
  readonly #ordinaryLimits = limits(ORDINARY_STARTS);
  readonly #longLimits = limits(LONG_STARTS);
  readonly #rows: Factors["rows"];
  /** The number of the take that shows what the shoot at hand began with; -1 where there is none yet. */
  #firstTake = -1;

  constructor({ streams, capacity, rows }: Factors) {
    this.#rows = rows;
    this.shootOf = new Uint32Array(capacity);
    this.takeOf = new Uint32Array(capacity);
    this.shoots = new Counters(capacity);
    this.takes = new Counters(capacity);
    this.suppliers = new Counters(capacity);
    this.startOfShoot = new Float64Array(capacity);
    this.shootOfTake = new Uint32Array(capacity);
    this.#base = streams.base("shoots", 2);
    this.#windowBase = streams.base("shoot-windows", 2);
  }

  fill(_rows: number, ranges: readonly Range[]): void {
    this.shoots.count = this.suppliers.count = this.takes.count = 0;
    let at = 0;
    for (const range of ranges) {
      this.#fillRange(range, at);
      at += range.rows;
    }
  }

  /** @param at place of the range's first row in the block */
  #fillRange({ first, rows }: Range, at: number): void {
    const { shootOf, takeOf, shoots } = this;
    const ids = this.#rows;
    let [shootLimit, takeLimit] = this.#limits(first);
    let shoot = first;
    while (this.#start(shoot) >= shootLimit) shoot--;
    let take = first;
    while (this.#start(take) >= takeLimit) take--;
    this.#pushShoot(shoot);
    let number = this.#takeAt(take, shoot);
    shootOf[at] = shoots.count - 1;
    takeOf[at] = number;
    for (let i = 1; i < rows; i++) {
      const id = first + i;
      let start = 0;
      if (id & (WINDOW - 1)) start = draw(stateAt(this.#base, ids, at + i), 0);
      else [shootLimit, takeLimit] = this.#limits(id);
      if (start < takeLimit) {
        if (start < shootLimit) this.#pushShoot((shoot = id));
        number = this.#takeAt(id, shoot);
      }
      shootOf[at + i] = shoots.count - 1;
      takeOf[at + i] = number;
    }
  }

  /** What is compared with the limits: 0 where a window begins. */
  #start(id: number): number {
    return id & (WINDOW - 1) ? draw(idState(this.#base, id), 0) : 0;
  }

  #limits(id: number): Limits {
    const isLong = draw(idState(this.#windowBase, Math.floor(id / WINDOW)), 0) < this.#long;
    return isLong ? this.#longLimits : this.#ordinaryLimits;
  }

  #pushShoot(id: number): void {
    this.startOfShoot[this.shoots.count] = id;
    this.shoots.push(id);
    const state = idState(this.#base, id);
    const supplied = draw(state, 3) < this.#supplied;
    this.suppliers.push(supplied ? id - (id % SUPPLY) + even(draw(state, 4), SUPPLIERS) : id);
    this.#firstTake = -1;
  }

  /** The number of the take that starts at an id: a new one, or what its shoot began with. */
  #takeAt(id: number, shoot: number): number {
    const { takes } = this;
    const returns = id === shoot || draw(idState(this.#base, id), 2) < this.#returns;
    if (returns && this.#firstTake >= 0) return this.#firstTake;
    const number = takes.count;
    this.shootOfTake[number] = this.shoots.count - 1;
    takes.push(returns ? shoot : id);
    if (returns) this.#firstTake = number;
    return number;
  }
}
