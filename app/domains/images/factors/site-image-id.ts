import { ByteBuffer } from "../../../rows/byte-buffer";
import { SITE_IMAGE_ID_DIGITS } from "../distributions";
import { stateAt } from "../../../rows/random/counters";
import { draw } from "../../../rows/random/mix";
import { even } from "../../../rows/random/shapes";
import { WeightedChoice } from "../../../rows/random/shares";
import { writePadded } from "../../../rows/values/digits";
import type { Factor, Factors } from "../../../rows/factors";

const MIN_DIGITS = 8;
const MAX_DIGITS = 10;

/** The site's own number of the picture, by row: 8 to 10 digits, as a number and as text. */
export class SiteImageId implements Factor {
  readonly values: Float64Array;
  /** Row i is bytes `offsets[i]` (included) to `offsets[i + 1]` (not included) of the buffer. */
  readonly buffer: ByteBuffer;
  readonly offsets: Uint32Array;
  readonly #rows: Factors["rows"];
  readonly #base: number;
  readonly #digits = new WeightedChoice(SITE_IMAGE_ID_DIGITS);

  constructor(factors: Factors) {
    this.#rows = factors.rows;
    this.values = new Float64Array(factors.capacity);
    this.buffer = new ByteBuffer(factors.capacity * MAX_DIGITS);
    this.offsets = new Uint32Array(factors.capacity + 1);
    this.#base = factors.streams.base("site-image-id", 1);
  }

  fill(rows: number): void {
    const { bytes } = this.buffer;
    let at = 0;
    for (let i = 0; i < rows; i++) {
      const state = stateAt(this.#base, this.#rows, i);
      const digits = MIN_DIGITS + this.#digits.pick(draw(state, 0));
      // Too much for one even draw: the last four digits are drawn apart from the leading ones.
      const lowest = digits === 8 ? 1_000 : digits === 9 ? 10_000 : 100_000;
      const leading = lowest + even(draw(state, 1), lowest * 9);
      const last = even(draw(state, 2), 10_000);
      this.values[i] = leading * 10_000 + last;
      at = writePadded(bytes, writePadded(bytes, at, leading, digits - 4), last, 4);
      this.offsets[i + 1] = at;
    }
    this.buffer.length = at;
  }
}
