import type { Range } from "../plan/range";
import { Counters } from "./random/counters";
import type { Streams } from "./random/stream";

/**
 * What several columns depend on: computed once a block, before the columns, into arrays that are used again.
 */
export interface Factor {
  /** @param rows of the block, at most the capacity; @param ranges their numbers */
  fill(rows: number, ranges: readonly Range[]): void;
}

/**
 * The factors that a generator needs, and no others. A factor asks for those that it depends on in its
 * constructor, so the order in which they were made is an order in which they can be filled.
 */
export class Factors {
  readonly #made = new Map<unknown, Factor>();
  /** The ids of the block's rows. */
  readonly rows: Counters;

  /** @param capacity most rows of a block */
  constructor(
    readonly streams: Streams,
    readonly capacity: number,
  ) {
    this.rows = new Counters(capacity);
  }

  /** The one factor of this kind, made when it is first asked for. */
  get<T extends Factor>(kind: new (factors: Factors) => T): T {
    let factor = this.#made.get(kind) as T | undefined;
    if (!factor) {
      factor = new kind(this);
      this.#made.set(kind, factor);
    }
    return factor;
  }

  /** Fills all factors for the rows of the ranges, one after another. */
  fill(ranges: readonly Range[]): void {
    this.rows.count = 0;
    for (const { first, rows } of ranges) for (let i = 0; i < rows; i++) this.rows.push(first + i);
    for (const factor of this.#made.values()) factor.fill(this.rows.count, ranges);
  }
}
