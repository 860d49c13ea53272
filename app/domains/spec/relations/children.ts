import { draw, idState } from "../../../rows/random/mix";

/** Parents of a block: their numbers of children add up to the same sum in each block. */
export const PARENTS_A_BLOCK = 1024;

/** Blocks that are kept, for children that are looked up in any order: those of 2 million parents, in 8 MiB. */
const MOST_BLOCKS = 2048;

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
  readonly #order = new Uint32Array(PARENTS_A_BLOCK);
  /** By block, the oldest first: the children before each parent of the block, and in the end all. */
  readonly #blocks = new Map<number, Uint32Array>();
  /** The block last looked at. */
  #block = -1;
  #before: Uint32Array = new Uint32Array(PARENTS_A_BLOCK + 1);
  /** How many blocks have been put in order so far, which is what a look-up costs that goes by no known one. */
  ordered = 0;

  /**
   * @param base of the stream that orders the counts
   * @param counts children of the parents of a block, `PARENTS_A_BLOCK` of them, not all 0; see `countsOf`
   */
  constructor(base: number, counts: Uint32Array) {
    this.#base = base;
    this.#counts = counts;
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

  #ofBlock(block: number): Uint32Array {
    if (block === this.#block) return this.#before;
    const known = this.#blocks.get(block);
    if (known === undefined) this.#blocks.set(block, (this.#before = this.#inOrder(block, this.#room())));
    else this.#before = known;
    this.#block = block;
    return this.#before;
  }

  /** The memory of a new block, or that of the oldest. */
  #room(): Uint32Array {
    const blocks = this.#blocks;
    if (blocks.size < MOST_BLOCKS) return new Uint32Array(PARENTS_A_BLOCK + 1);
    const [oldest, room] = blocks.entries().next().value!;
    blocks.delete(oldest);
    return room;
  }

  #inOrder(block: number, before: Uint32Array): Uint32Array {
    this.ordered++;
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
