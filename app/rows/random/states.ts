import type { State } from "./mix";

// Taken from the global once: see mix.ts.
const { round } = Math;

/** States, one for each row or part of a block, in arrays that are used again. */
export class States {
  readonly #low: Int32Array;
  /** What they have beyond 32 bits, in units of 2^32: not there as long as none has. */
  #high: Int32Array | undefined;

  /** @param length how many fit */
  constructor(readonly length: number) {
    this.#low = new Int32Array(length);
  }

  at(i: number): State {
    const low = this.#low[i]!;
    return this.#high === undefined ? low : low + this.#high[i]! * 4294967296;
  }

  set(i: number, state: State): void {
    this.#low[i] = state;
    if (this.#high !== undefined || (state | 0) !== state) this.#setHigh(i, state);
  }

  #setHigh(i: number, state: State): void {
    this.#high ??= new Int32Array(this.length);
    this.#high[i] = round(state / 4294967296);
  }
}
