import { draw } from "./mix";

const { ceil, floor, sqrt } = Math;

/** Rounds of the network: its values show no trace of their order from four on. */
const ROUNDS = 6;

/**
 * A permutation of the integers from 0 (included) to `size` (not included), in constant time: a Feistel network
 * (Luby and Rackoff, 1988) on pairs of two digits, of which one is added to by a draw of the other, walked on
 * (Black and Rogaway, 2002) in the few cases where it leaves the range.
 */
export class Permutation {
  readonly #low: number;
  readonly #high: number;

  /**
   * @param state of which the rounds are drawn
   * @param size 1 to 2^53
   */
  constructor(
    readonly state: number,
    readonly size: number,
  ) {
    this.#low = ceil(sqrt(size));
    this.#high = ceil(size / this.#low);
  }

  /** @param index from 0 (included) to `size` (not included) */
  at(index: number): number {
    const low = this.#low;
    const high = this.#high;
    let at = index;
    do {
      let b = floor(at / low);
      let a = at - b * low;
      for (let round = 0; round < ROUNDS; round += 2) {
        a = (a + floor((draw(this.state ^ b, round) * low) / 2 ** 32)) % low;
        b = (b + floor((draw(this.state ^ a, round + 1) * high) / 2 ** 32)) % high;
      }
      at = b * low + a;
    } while (at >= this.size);
    return at;
  }
}
