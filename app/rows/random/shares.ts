const RANGE = 4294967296;

/** A chance of `part` in `whole`. */
export type Share = readonly [part: number, whole: number];

/** The integer below which a draw falls with the chance `share`. */
export function threshold([part, whole]: Share): number {
  return Math.floor((part * RANGE) / whole);
}

/**
 * All ones where a draw falls with a chance, else 0: for loops in which a branch would be guessed wrongly
 * half the time.
 * @param halfLimit half of the `threshold` of the chance, rounded down
 */
export function maskBelow(u: number, halfLimit: number): number {
  return ((u >>> 1) - halfLimit) >> 31;
}

/**
 * Picks an index by weight: the same draw gives the same index, and index `i` has weights[i] / total of all
 * draws.
 */
export class WeightedChoice {
  /** A draw below `limits[i]` picks an index of `i` at most. */
  readonly #limits: Float64Array;
  /** By the draw's upper bits: the lowest index that is possible. */
  readonly #guide: Uint16Array;
  readonly #shift: number;

  /** @param weights integers of 0 or more, at most 65,535 of them, with a sum of at most 2^21 */
  constructor(weights: readonly number[]) {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let sum = 0;
    this.#limits = Float64Array.from(weights, (weight) => threshold([(sum += weight), total]));
    const bits = weights.length > 256 ? 12 : 8;
    this.#shift = 32 - bits;
    this.#guide = new Uint16Array(1 << bits);
    for (let slot = 0, index = 0; slot < this.#guide.length; slot++) {
      while (slot * 2 ** this.#shift >= this.#limits[index]!) index++;
      this.#guide[slot] = index;
    }
  }

  /** @param u a draw */
  pick(u: number): number {
    const limits = this.#limits;
    let index = this.#guide[u >>> this.#shift]!;
    while (u >= limits[index]!) index++;
    return index;
  }
}
