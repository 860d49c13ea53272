import { draw, idState } from "../../../rows/random/mix";

/** Parents of a block: their numbers of children add up to the same sum in each block. */
export const PARENTS_A_BLOCK = 1024;

const { floor } = Math;

/**
 * Numbers the children of numbered parents, parent by parent. Each block of parents has the same numbers of
 * children, in an order drawn for the block: so the sum of all before a block is known, and any row's parent is
 * found in constant time. Parents and children are numbered from 0 on.
 */
export class Children {
  /** Children of a block of parents. */
  readonly perBlock: number;
  readonly #base: number;
  readonly #counts: Uint32Array;
  /** Of the block last looked at: the children before each parent, and in the end all. */
  readonly #before = new Float64Array(PARENTS_A_BLOCK + 1);
  readonly #order: Uint32Array;
  #block = -1;

  /**
   * @param base of the stream that orders the counts
   * @param counts children of the parents of a block, `PARENTS_A_BLOCK` of them, not all 0; see `countsOf`
   */
  constructor(base: number, counts: Uint32Array) {
    this.#base = base;
    this.#counts = counts;
    this.#order = new Uint32Array(PARENTS_A_BLOCK);
    this.perBlock = counts.reduce((sum, count) => sum + count, 0);
  }

  /** The number of children that the first `parents` have together: also the number of the next one's first. */
  before(parents: number): number {
    const block = floor(parents / PARENTS_A_BLOCK);
    return block * this.perBlock + this.#ofBlock(block)[parents - block * PARENTS_A_BLOCK]!;
  }

  /** How many children a parent has. */
  of(parent: number): number {
    const block = floor(parent / PARENTS_A_BLOCK);
    const before = this.#ofBlock(block);
    const i = parent - block * PARENTS_A_BLOCK;
    return before[i + 1]! - before[i]!;
  }

  /** The number of a child's parent. */
  parentOf(child: number): number {
    const block = floor(child / this.perBlock);
    const before = this.#ofBlock(block);
    const ofBlock = child - block * this.perBlock;
    let low = 0;
    // The last parent that has no more than so many before it, and has children itself.
    for (let step = PARENTS_A_BLOCK / 2; step >= 1; step /= 2)
      if (before[low + step]! <= ofBlock) low += step;
    return block * PARENTS_A_BLOCK + low;
  }

  #ofBlock(block: number): Float64Array {
    const before = this.#before;
    if (block === this.#block) return before;
    this.#block = block;
    const state = idState(this.#base, block);
    const order = this.#order;
    order.set(this.#counts);
    // Fisher and Yates.
    for (let i = order.length - 1; i > 0; i--) {
      const j = floor((draw(state, i) * (i + 1)) / 4294967296);
      const count = order[i]!;
      order[i] = order[j]!;
      order[j] = count;
    }
    for (let i = 0; i < order.length; i++) before[i + 1] = before[i]! + order[i]!;
    return before;
  }
}
