import { draw } from "../../../rows/random/mix";
import { integerArray } from "../../../rows/random/integers";
import { parseInstant, timeShape, unitsADay } from "./instant";
import type { GeneratorKind, Of } from "./kind";

const { floor, max, min } = Math;

type Rising = Of<"rising">;

interface Cycle {
  readonly days: number;
  readonly weights: readonly number[];
}

const EVEN: Cycle = { days: 1, weights: [1] };
/** How busy the equal parts of a cycle are; a week begins on Monday. */
const SEASONS: Readonly<Record<NonNullable<Rising["season"]>, Cycle>> = {
  week: { days: 7, weights: [3, 3, 3, 3, 3, 1, 1] },
  day: {
    days: 1,
    weights: [2, 1, 1, 1, 1, 2, 4, 6, 8, 10, 11, 11, 10, 10, 11, 11, 11, 10, 9, 9, 8, 7, 5, 3],
  },
};

/** The day since 1970 on which the first week began. */
const MONDAY = 4;
/** The last day that is reached: 2099-12-31, which DateTime holds. */
const LAST_DAY = 47_481;

export const rising: GeneratorKind<Rising> = {
  shape: ({ from, unit = "second" }) =>
    timeShape(unit, parseInstant(from, unit)!, (LAST_DAY + 1) * unitsADay(unit) - 1),
  values(generator, states, { factors }) {
    const curve = new Curve(generator);
    const numbers = factors.own.numbers;
    const values = integerArray(curve.from, (LAST_DAY + 1) * curve.daily, states.length);
    const fill = (count: number): void => {
      for (let i = 0; i < count; i++) values[i] = curve.at(numbers[i]! + draw(states[i]!, 0) / 2 ** 32);
    };
    return { source: { values }, fill };
  },
};

/** The largest row number whose time is reached. */
export function lastRising({ from, perDay, unit = "second" }: Rising): number {
  const first = floor(parseInstant(from, unit)! / unitsADay(unit));
  // Whole weeks, so that it holds for each season.
  return max(0, floor(floor((LAST_DAY - first) / 7) * 7 * perDay) - 1);
}

/** The time at which so many rows have come, from 0 on: never less for more of them. */
class Curve {
  readonly from: number;
  /** Units of a day. */
  readonly daily: number;
  readonly #start: number;
  /** Units of a cycle and of each of its parts, and rows of a cycle. */
  readonly #cycle: number;
  readonly #part: number;
  readonly #rows: number;
  readonly #weights: readonly number[];
  /** The weights before each part, and the part in which each unit of weight lies. */
  readonly #before: Float64Array;
  readonly #parts: Uint8Array;
  /** Rows of the first cycle before the first one. */
  readonly #skipped: number;

  constructor({ from, perDay, unit = "second", season }: Rising) {
    const { days, weights } = season ? SEASONS[season] : EVEN;
    this.daily = unitsADay(unit);
    this.from = parseInstant(from, unit)!;
    const day = floor(this.from / this.daily);
    this.#start = (season === "week" ? day - ((((day - MONDAY) % 7) + 7) % 7) : day) * this.daily;
    this.#cycle = days * this.daily;
    this.#part = this.#cycle / weights.length;
    this.#rows = days * perDay;
    this.#weights = weights;
    this.#before = new Float64Array(weights.length + 1);
    weights.forEach((weight, i) => (this.#before[i + 1] = this.#before[i]! + weight));
    this.#parts = Uint8Array.from(weights.flatMap((weight, i) => Array.from({ length: weight }, () => i)));
    const done = (this.from - this.#start) / this.#part;
    const part = floor(done);
    const weight = this.#before[part]! + (done - part) * weights[part]!;
    this.#skipped = (weight / this.#parts.length) * this.#rows;
  }

  at(rows: number): number {
    const all = this.#skipped + rows;
    const cycle = floor(all / this.#rows);
    const weight = max(0, (all - cycle * this.#rows) / this.#rows) * this.#parts.length;
    const part = this.#parts[min(floor(weight), this.#parts.length - 1)]!;
    const within = min(1, (weight - this.#before[part]!) / this.#weights[part]!);
    return max(this.from, this.#start + floor(cycle * this.#cycle + (part + within) * this.#part));
  }
}
