import type { Range } from "../plan/range";
import { Counters } from "./random/counters";
import type { Streams } from "./random/stream";

/**
 * What several columns depend on: computed once a block, before the columns, into arrays that are used again.
 */
export interface Factor {
  /**
   * @param rows of the block, at most the capacity
   * @param ranges the numbers that their contents are drawn by
   * @param own their own numbers
   */
  fill(rows: number, ranges: readonly Range[], own: readonly Range[]): void;
}

/**
 * Says which rows show what others show; see `Domain.contents`.
 * @param own the rows' own numbers, also as `ids`
 */
export type Contents = (own: readonly Range[], ids: Counters) => readonly Range[];

/**
 * The factors that a generator needs, and no others. A factor asks for those that it depends on in its
 * constructor, so the order in which they were made is an order in which they can be filled.
 */
export class Factors {
  readonly #made = new Map<unknown, Factor>();
  readonly #contents: Contents;
  /** The ids that the contents of the block's rows are drawn by. */
  readonly rows: Counters;
  /** The rows' own ids. */
  readonly own: Counters;

  /**
   * @param capacity most rows of a block
   * @param contents by default each row has its own
   * @param isWide whether rows may have ids from 2^32 on
   */
  constructor(
    readonly streams: Streams,
    readonly capacity: number,
    contents?: (streams: Streams) => Contents,
    readonly isWide = false,
  ) {
    this.rows = new Counters(capacity, isWide);
    this.own = contents ? new Counters(capacity, isWide) : this.rows;
    this.#contents = contents?.(streams) ?? ((ranges) => ranges);
  }

  /** The one factor of this kind, made when it is first asked for. */
  get<T extends Factor>(kind: new (factors: Factors) => T): T {
    return this.#once(kind, () => new kind(this));
  }

  /** The one factor of this name, made when it is first asked for. */
  named<T extends Factor>(name: string, make: () => T): T {
    return this.#once(name, make);
  }

  /** Fills all factors for the rows of the ranges, one after another. @throws IdsTooWide */
  fill(own: readonly Range[]): void {
    this.own.fill(own);
    const ranges = this.#contents(own, this.own);
    if (this.rows !== this.own) this.rows.fill(ranges);
    for (const factor of this.#made.values()) factor.fill(this.rows.count, ranges, own);
  }

  /**
   * The same for rows of any numbers, in any order. For domains whose factors heed the numbers alone, not the ranges
   * in which they come.
   * @param numbers the first `count` of them, at most the capacity
   * @throws IdsTooWide
   */
  fillAt(numbers: Float64Array, count: number): void {
    this.own.fillAt(numbers, count);
    for (const factor of this.#made.values()) factor.fill(count, [], []);
  }

  #once<T extends Factor>(key: unknown, make: () => T): T {
    let factor = this.#made.get(key) as T | undefined;
    if (!factor) {
      factor = make();
      this.#made.set(key, factor);
    }
    return factor;
  }
}
