import { ByteBuffer } from "../../../rows/byte-buffer";
import { SITE_IMAGE_IDS, UPLOAD_DAYS } from "../distributions";
import { type Counters, stateAt } from "../../../rows/random/counters";
import { draw } from "../../../rows/random/mix";
import { even } from "../../../rows/random/shapes";
import { writeDigits } from "../../../rows/values/digits";
import type { Factor, Factors } from "../../../rows/factors";
import type { Range } from "../../../plan/range";
import { ShootDay } from "./shoot-day";

const MAX_DIGITS = 10;

/** Most that a number lies above the one of the row before, within a shoot. */
const STEP = 5;

/** The site's own number of the picture, by row: 8 to 10 digits, as a number and as text. Rises within a shoot. */
export class SiteImageId implements Factor {
  readonly values: Float64Array;
  /** Row i is bytes `offsets[i]` (included) to `offsets[i + 1]` (not included) of the buffer. */
  readonly buffer: ByteBuffer;
  readonly offsets: Uint32Array;
  readonly #day: ShootDay;
  readonly #factors: Factors;
  readonly #base: number;
  readonly #shootBase: number;
  /** By shoot. */
  readonly #starts: Float64Array;

  constructor(factors: Factors) {
    this.#day = factors.get(ShootDay);
    this.#factors = factors;
    this.values = new Float64Array(factors.capacity);
    this.#starts = new Float64Array(factors.capacity);
    this.buffer = new ByteBuffer(factors.capacity * MAX_DIGITS);
    this.offsets = new Uint32Array(factors.capacity + 1);
    this.#base = factors.streams.base("site-image-id", 2);
    this.#shootBase = factors.streams.base("site-image-id-shoot", 1);
  }

  fill(_rows: number, ranges: readonly Range[]): void {
    const { shoots } = this.#day.shoots;
    for (let s = 0; s < shoots.count; s++) this.#starts[s] = this.#startOf(s, shoots, s);
    let at = 0;
    for (const { first, rows: count } of ranges) {
      this.#fillRange(first, at, at + count);
      at += count;
    }
  }

  /** @param from place of the first row in the block (included); @param to of the last one (not included) */
  #fillRange(first: number, from: number, to: number): void {
    const { shootOf, startOfShoot } = this.#day.shoots;
    const { rows, own } = this.#factors;
    const { bytes } = this.buffer;
    let at = this.offsets[from]!;
    for (let i = from; i < to; i++) {
      const s = shootOf[i]!;
      const place = first + (i - from) - startOfShoot[s]!;
      // A duplicate shows what another row shows, and has an id of its own.
      const isOwn = own.low[i] === rows.low[i] && own.high[i] === rows.high[i];
      const start = isOwn ? this.#starts[s]! : this.#startOf(s, own, i);
      const value = start + place * STEP + even(draw(stateAt(this.#base, own, i), 0), STEP);
      this.values[i] = value;
      at = writeDigits(bytes, at, value);
      this.offsets[i + 1] = at;
    }
    this.buffer.length = at;
  }

  /** Where the numbers of shoot `s` start, or would, were the shoot at id `i` of the counters. */
  #startOf(s: number, counters: Counters, i: number): number {
    return numberOnDay(this.#day.values[s]!, draw(stateAt(this.#shootBase, counters, i), 0));
  }
}

const [FIRST_DAY, LAST_DAY] = UPLOAD_DAYS;
/** Numbers at the start of each day, and of the day after the last. */
const DAY_STARTS = Float64Array.from({ length: LAST_DAY - FIRST_DAY + 2 }, (_, day) => {
  const place = (day / (LAST_DAY - FIRST_DAY + 1)) * 16;
  const slot = Math.min(15, Math.floor(place));
  const low = SITE_IMAGE_IDS[slot]!;
  return Math.floor(low + (SITE_IMAGE_IDS[slot + 1]! - low) * (place - slot));
});

/** One of the numbers that a site gives on that day. */
function numberOnDay(day: number, u: number): number {
  const start = DAY_STARTS[day - FIRST_DAY]!;
  // 24 bits of the draw, so that the product is exact.
  return start + Math.floor(((DAY_STARTS[day - FIRST_DAY + 1]! - start) * (u >>> 8)) / 2 ** 24);
}
