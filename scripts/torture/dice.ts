import seedrandom from "seedrandom";

/** Choices that a seed decides. */
export class Dice {
  private readonly next: () => number;

  constructor(readonly seed: string) {
    this.next = seedrandom(seed);
  }

  /** From `low` (included) to `high` (not included). */
  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  /** A whole number, both ends included. */
  whole(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  pick<T>(list: readonly T[]): T {
    return list[this.whole(0, list.length - 1)]!;
  }
}
