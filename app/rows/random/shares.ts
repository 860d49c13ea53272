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
 * Picks an index by weight, in one of several rows of weights: the same draw gives the same index, and index `i` has
 * weights[i] / total of all draws.
 */
export class WeightedChoices {
  readonly #width: number;
  /** By row and index: a draw up to this (included) picks that index at most. */
  readonly #limits: Uint32Array;
  /** By row and the draw's upper bits: the lowest index that is possible. */
  readonly #guide: Uint16Array;
  readonly #bits: number;

  /** @param rows of integers of 0 or more, at most 65,535 of them, with a sum of at most 2^21; all as long */
  constructor(rows: readonly (readonly number[])[]) {
    const width = (this.#width = rows[0]!.length);
    const bits = (this.#bits = width > 256 ? 12 : width > 16 ? 8 : 6);
    this.#limits = new Uint32Array(rows.length * width);
    this.#guide = new Uint16Array(rows.length << bits);
    rows.forEach((weights, row) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      let sum = 0;
      const limits = weights.map((weight) => threshold([(sum += weight), total]));
      // A limit of 0 picks nothing: the guide begins behind it.
      this.#limits.set(
        limits.map((limit) => limit - 1),
        row * width,
      );
      for (let slot = 0, index = 0; slot < 1 << bits; slot++) {
        while (slot * 2 ** (32 - bits) >= limits[index]!) index++;
        this.#guide[(row << bits) + slot] = index;
      }
    });
  }

  /** @param u a draw */
  pick(row: number, u: number): number {
    const limits = this.#limits;
    const start = row * this.#width;
    let index = this.#guide[(row << this.#bits) + (u >>> (32 - this.#bits))]!;
    while (u > limits[start + index]!) index++;
    return index;
  }
}

/** {@link WeightedChoices} with one row. */
export class WeightedChoice {
  readonly #choices: WeightedChoices;

  constructor(weights: readonly number[]) {
    this.#choices = new WeightedChoices([weights]);
  }

  /** @param u a draw */
  pick(u: number): number {
    return this.#choices.pick(0, u);
  }
}
