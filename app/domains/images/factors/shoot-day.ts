import { UPLOAD_CLUMP_DAYS, UPLOAD_DAYS, UPLOAD_STRAYS } from "../distributions";
import { draw, idState } from "../../../rows/random/mix";
import { stateAt } from "../../../rows/random/counters";
import { even } from "../../../rows/random/shapes";
import { threshold } from "../../../rows/random/shares";
import type { Factor, Factors } from "../../../rows/factors";
import { Shoots, WINDOW } from "./shoots";

/**
 * The day of the upload, in days since 1970. Shoots of one window lie around one day; a few are from anywhere.
 */
export class ShootDay implements Factor {
  /** By shoot. */
  readonly values: Uint16Array;
  readonly shoots: Shoots;
  readonly #base: number;
  readonly #windowBase: number;
  readonly #strays = threshold(UPLOAD_STRAYS);

  constructor(factors: Factors) {
    this.shoots = factors.get(Shoots);
    this.values = new Uint16Array(factors.capacity);
    this.#base = factors.streams.base("upload-day", 2);
    this.#windowBase = factors.streams.base("upload-clump", 1);
  }

  fill(): void {
    const counters = this.shoots.shoots;
    const { startOfShoot } = this.shoots;
    let window = -1;
    let clump = 0;
    for (let s = 0; s < counters.count; s++) {
      const state = stateAt(this.#base, counters, s);
      const here = Math.floor(startOfShoot[s]! / WINDOW);
      if (here !== window) clump = someDay(idState(this.#windowBase, (window = here)));
      this.values[s] =
        draw(state, 0) < this.#strays
          ? someDay(state)
          : clump + even(draw(state, 1), 2 * UPLOAD_CLUMP_DAYS + 1);
    }
  }
}

/** The later of two even draws, because the sites grew; room for a clump is left behind it. */
function someDay(state: number): number {
  const [first, last] = UPLOAD_DAYS;
  const days = last - first + 1 - 2 * UPLOAD_CLUMP_DAYS;
  return first + Math.max(even(draw(state, 2), days), even(draw(state, 3), days));
}
