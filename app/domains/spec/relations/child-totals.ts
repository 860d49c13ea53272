import type { ColumnDefinition } from "../../../rows/column-definition";
import { type Factor, Factors } from "../../../rows/factors";
import type { NumberSource, Source } from "../../../rows/values/source";
import type { Children } from "./children";

/**
 * Sums over the children of a block's rows, which are made again for it; of any number of them, in the memory of
 * one block.
 */
export class ChildTotals implements Factor {
  readonly #factors: Factors;
  readonly #numbers: Float64Array;
  readonly #places: Uint32Array;
  readonly #columns = new Map<string, { readonly from: Source; readonly sums: Float64Array }>();
  /** How many children each row has. */
  readonly counts: Uint32Array;

  /**
   * @param rows numbers of the block's rows
   * @param definitionOf what fills a column of the children
   */
  constructor(
    factors: Factors,
    private readonly rows: Float64Array,
    private readonly children: Children,
    private readonly definitionOf: (column: string) => ColumnDefinition,
  ) {
    const { capacity } = factors;
    this.#factors = new Factors(factors.streams, capacity, undefined, factors.isWide);
    this.#numbers = new Float64Array(capacity);
    this.#places = new Uint32Array(capacity);
    this.counts = new Uint32Array(capacity);
  }

  /** By row: the sum of a column of its children, in the units of that column's shape. */
  sums(column: string): Float64Array {
    let found = this.#columns.get(column);
    if (found === undefined) {
      const from = this.definitionOf(column).create(this.#factors);
      found = { from, sums: new Float64Array(this.rows.length) };
      this.#columns.set(column, found);
    }
    return found.sums;
  }

  fill(rows: number): void {
    const { children, counts } = this;
    for (const { sums } of this.#columns.values()) sums.fill(0, 0, rows);
    const numbers = this.#numbers;
    const places = this.#places;
    const areMade = this.#columns.size > 0;
    let waiting = 0;
    // The next parent's children come next.
    let next = -1;
    let end = 0;
    for (let i = 0; i < rows; i++) {
      const parent = this.rows[i]! - 1;
      const count = (counts[i] = children.of(parent));
      if (!areMade) continue;
      let child = parent === next ? end : children.before(parent) + 1;
      next = parent + 1;
      end = child + count;
      for (; child < end; child++) {
        if (waiting === numbers.length) waiting = this.#add(waiting);
        numbers[waiting] = child;
        places[waiting++] = i;
      }
    }
    if (waiting > 0) this.#add(waiting);
  }

  /** @returns how many children still wait: none */
  #add(count: number): number {
    const places = this.#places;
    this.#factors.fillAt(this.#numbers, count);
    for (const { from, sums } of this.#columns.values()) {
      from.fill?.(count);
      // Beneath NULL lies 0.
      const { values } = from as NumberSource;
      for (let i = 0; i < count; i++) sums[places[i]!]! += values[i]!;
    }
    return 0;
  }
}
