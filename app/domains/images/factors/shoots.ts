import type { Range } from "../../../plan/range";
import { Counters } from "../../../rows/random/counters";
import { draw, idState } from "../../../rows/random/mix";
import { type Share, threshold } from "../../../rows/random/shares";
import type { Factor, Factors } from "../../../rows/factors";

/**
 * Every id that is a multiple of this starts a shoot, so that no row needs more than the 63 ids before it.
 */
export const WINDOW = 64;

/**
 * How often an id starts a shoot, and a take within its shoot, in ordinary windows and in those of one long
 * session.
 */
const LONG_WINDOW: Share = [1, 24];
const SHOOT_STARTS: readonly [ordinary: Share, long: Share] = [
  [21, 100],
  [1, 100],
];
const TAKE_STARTS: readonly [ordinary: Share, long: Share] = [
  [48, 100],
  [3, 100],
];

/**
 * Shoots are runs of neighbouring ids that share photographer, site, day and place; takes are runs within
 * them that share the people and the caption. Where they begin is drawn apart from what they hold, so shares
 * of takes and shoots are shares of rows as well.
 */
export class Shoots implements Factor {
  /** By row: the number of its shoot and of its take in this block. */
  readonly shootOf: Uint32Array;
  readonly takeOf: Uint32Array;
  /** The ids that the shoots and takes of this block start at: what their contents are drawn by. */
  readonly shoots: Counters;
  readonly takes: Counters;
  /** By take: the number of its shoot. */
  readonly shootOfTake: Uint32Array;

  readonly #base: number;
  readonly #windowBase: number;
  readonly #long = threshold(LONG_WINDOW);
  readonly #shootStarts = SHOOT_STARTS.map(threshold);
  readonly #takeStarts = TAKE_STARTS.map(threshold);

  constructor({ streams, capacity }: Factors) {
    this.shootOf = new Uint32Array(capacity);
    this.takeOf = new Uint32Array(capacity);
    this.shoots = new Counters(capacity);
    this.takes = new Counters(capacity);
    this.shootOfTake = new Uint32Array(capacity);
    this.#base = streams.base("shoots", 1);
    this.#windowBase = streams.base("shoot-windows", 1);
  }

  fill(_rows: number, ranges: readonly Range[]): void {
    this.shoots.count = this.takes.count = 0;
    let at = 0;
    for (const range of ranges) {
      this.#fillRange(range, at);
      at += range.rows;
    }
  }

  /** @param at place of the range's first row in the block */
  #fillRange({ first, rows }: Range, at: number): void {
    const { shootOf, takeOf, shoots, takes, shootOfTake } = this;
    let window = this.#window(first);
    let shoot = first;
    while (!this.#startsShoot(shoot, window)) shoot--;
    let take = first;
    while (take > shoot && !this.#startsTake(take, window)) take--;
    shoots.push(shoot);
    shootOfTake[takes.count] = shoots.count - 1;
    takes.push(take);
    shootOf[at] = shoots.count - 1;
    takeOf[at] = takes.count - 1;
    for (let i = 1; i < rows; i++) {
      const id = first + i;
      if (id % WINDOW === 0) window = this.#window(id);
      const startsShoot = this.#startsShoot(id, window);
      if (startsShoot) shoots.push(id);
      if (startsShoot || this.#startsTake(id, window)) {
        shootOfTake[takes.count] = shoots.count - 1;
        takes.push(id);
      }
      shootOf[at + i] = shoots.count - 1;
      takeOf[at + i] = takes.count - 1;
    }
  }

  #window(id: number): 0 | 1 {
    return draw(idState(this.#windowBase, Math.floor(id / WINDOW)), 0) < this.#long ? 1 : 0;
  }

  #startsShoot(id: number, window: 0 | 1): boolean {
    return id % WINDOW === 0 || draw(idState(this.#base, id), 0) < this.#shootStarts[window]!;
  }

  #startsTake(id: number, window: 0 | 1): boolean {
    return draw(idState(this.#base, id), 1) < this.#takeStarts[window]!;
  }
}
