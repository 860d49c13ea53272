import type { Range } from "../../plan/range";
import { scrambleWord } from "../murmur-hash";
import { type State, wordsState } from "./mix";
import type { States } from "./states";

/**
 * The ids of the rows, shoots or takes of a block, scrambled once for all the streams that are read at them.
 */
export class Counters {
  /** The ids themselves. */
  readonly numbers: Float64Array;
  /** Their low words, scrambled. */
  readonly low: Int32Array;
  /** Their high words: 0 below id 2^32. */
  readonly high: Int32Array;
  count = 0;

  /**
   * @param capacity how many ids fit, at most
   * @param isWide whether ids from 2^32 on may be filled in
   */
  constructor(
    capacity: number,
    readonly isWide = false,
  ) {
    this.numbers = new Float64Array(capacity);
    this.low = new Int32Array(capacity);
    this.high = new Int32Array(capacity);
  }

  push(id: number): void {
    this.numbers[this.count] = id;
    this.low[this.count] = scrambleWord(id | 0);
    this.high[this.count] = (id / 4294967296) | 0;
    this.count++;
  }

  clear(): void {
    this.count = 0;
  }

  /** Holds the ids of the ranges, and no others. @throws IdsTooWide */
  fill(ranges: readonly Range[]): void {
    const { low, high, numbers } = this;
    let at = 0;
    for (const { first, rows } of ranges) {
      if (first + rows > 4294967296) this.#widen();
      for (let i = 0; i < rows; i++, at++) {
        const id = (numbers[at] = first + i);
        low[at] = scrambleWord(id | 0);
        high[at] = (id / 4294967296) | 0;
      }
    }
    this.count = at;
  }

  /** Holds the first `count` of some ids, in any order, and no others. @throws IdsTooWide */
  fillAt(ids: Float64Array, count: number): void {
    const { low, high, numbers } = this;
    for (let i = 0; i < count; i++) {
      const id = (numbers[i] = ids[i]!);
      if (id >= 4294967296) this.#widen();
      low[i] = scrambleWord(id | 0);
      high[i] = (id / 4294967296) | 0;
    }
    this.count = count;
  }

  #widen(): void {
    if (!this.isWide) throw new IdsTooWide();
  }
}

/** Ids from 2^32 on, where arrays of states have been made for smaller ones: make them anew, as wide ones. */
export class IdsTooWide extends Error {}

/** The state of a stream at the id with number `i` of `counters`: the same as `idState(base, id)`. */
export function stateAt(base: State, counters: Counters, i: number): State {
  return wordsState(base, counters.low[i]!, counters.high[i]!);
}

/** The states of a stream at the first `count` ids of `counters`. */
export function fillStates(states: States, base: State, counters: Counters, count: number): void {
  for (let i = 0; i < count; i++) states[i] = stateAt(base, counters, i);
}
