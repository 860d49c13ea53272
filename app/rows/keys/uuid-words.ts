import type { Factors } from "../factors";
import { finalizeHash } from "../murmur-hash";
import { type Counters, stateAt } from "../random/counters";
import { draw } from "../random/mix";

/** Raised when numbers get other UUIDs. */
const VERSION = 1;

/** The UUIDs of a block's rows; `uuidKey` says which of their bits are what. */
export class UuidWords {
  /** By row the lower and the upper 32 bits of the first half, then of the second: as ClickHouse keeps them. */
  readonly words: Uint32Array;
  readonly #base: number;
  readonly #counters: Counters;

  /** @param leads whether the number stands in the first half */
  constructor(
    factors: Factors,
    stream: string,
    private readonly leads: boolean,
  ) {
    this.words = new Uint32Array(factors.capacity * 4);
    this.#base = factors.streams.base(stream, leads ? VERSION + 2 ** 16 : VERSION);
    this.#counters = factors.own;
  }

  fill(rows: number): void {
    const { leads, words } = this;
    const counters = this.#counters;
    const { numbers } = counters;
    for (let i = 0, at = 0; i < rows; i++, at += 4) {
      const number = numbers[i]!;
      const state = stateAt(this.#base, counters, i);
      const [u, v] = [draw(state, 0), draw(state, 1)];
      // ClickHouse's murmurHash3_32 of the number, a UInt64.
      const hash = finalizeHash(stateAt(0, counters, i), 8);
      words[at] = ((leads ? number : v) << 16) | 0x8000 | (hash >>> 20);
      words[at + 1] = leads ? number / 2 ** 16 : u;
      words[at + 2] = ((leads ? v : number) << 12) | (hash & 0xfff);
      words[at + 3] = 0x8000_0000 | (leads ? u >>> 4 : number / 2 ** 20);
    }
  }
}
