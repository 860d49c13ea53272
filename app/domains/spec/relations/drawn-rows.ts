import { type Counters, fillStates } from "../../../rows/random/counters";
import { draw } from "../../../rows/random/mix";
import { below } from "../../../rows/random/integers";
import { threshold, WeightedChoice } from "../../../rows/random/shares";
import type { Choice } from "./choice";
import { newStates, type States } from "../../../rows/random/states";

const { ceil, floor, min } = Math;

/** Each row refers to one drawn by itself. */
export class DrawnRows implements Choice {
  readonly #orphans: number;
  readonly #states: States;
  /** Of a table so small that rows are drawn again: each one's place, counted on from block to block. */
  readonly #placeOf: Float64Array | undefined;
  #placed = 1;

  /**
   * @param base of the stream
   * @param counters of the block's rows
   * @param rank draws a place among the rows, from 0 to their number (not included)
   * @param orphans share of rows that refer to a row behind the last one
   */
  constructor(
    private readonly base: number,
    private readonly counters: Counters,
    private readonly firstRow: number,
    private readonly rows: number,
    private readonly rank: (state: number) => number,
    orphans: number,
  ) {
    const capacity = counters.numbers.length;
    this.#orphans = threshold([orphans, 1]);
    this.#states = newStates(counters, capacity);
    if (rows <= capacity) this.#placeOf = new Float64Array(orphans > 0 ? 2 * rows : rows);
  }

  choose(rows: number, numbers: Float64Array, places: Uint32Array): number {
    const states = this.#states;
    fillStates(states, this.base, this.counters, rows);
    const { rank } = this;
    const placeOf = this.#placeOf;
    const orphans = this.#orphans;
    if (placeOf === undefined && orphans === 0) return this.#each(rows, numbers, places);
    const before = this.#placed;
    let count = 0;
    for (let i = 0; i < rows; i++) {
      const state = states[i]!;
      const drawn = rank(state) + (orphans > 0 && draw(state, 0) < orphans ? this.rows : 0);
      const place = placeOf === undefined ? -1 : placeOf[drawn]! - before;
      if (place >= 0) places[i] = place;
      else {
        if (placeOf !== undefined) placeOf[drawn] = before + count;
        numbers[count] = this.firstRow + drawn;
        places[i] = count++;
      }
    }
    this.#placed = before + count;
    return count;
  }

  /** Where hardly any is drawn twice in a block: each by itself. */
  #each(rows: number, numbers: Float64Array, places: Uint32Array): number {
    const { rank, firstRow } = this;
    const states = this.#states;
    for (let i = 0; i < rows; i++) {
      numbers[i] = firstRow + rank(states[i]!);
      places[i] = i;
    }
    return rows;
  }
}

/** Any of so many alike, up to 2^53. */
export function evenRank(rows: number): (state: number) => number {
  if (rows <= 2 ** 20) return (state) => floor((draw(state, 1) * rows) / 2 ** 32);
  // 53 bits, of which a product's rounding reaches the last one only.
  return (state) =>
    min(floor(((draw(state, 1) * 2 ** 21 + (draw(state, 2) >>> 11)) / 2 ** 53) * rows), rows - 1);
}

/** Ranks that have a class of their own; those behind share one with their neighbours. */
const SINGLE_RANKS = 512;
/** How much larger the classes behind become from one to the next. */
const GROWTH = 1.25;
/** What the weights of all classes add up to, at most. */
const WEIGHTS = 2 ** 20;

/** Zipf's law: the place with number i, from 0 on, is drawn in proportion to (i + 1)^-zipf; up to 2^53 places. */
export function zipfRank(rows: number, zipf: number): (state: number) => number {
  const starts: number[] = [];
  for (let start = 0; start < rows; start = start < SINGLE_RANKS ? start + 1 : ceil(start * GROWTH))
    starts.push(start);
  const ends = [...starts.slice(1), rows];
  const shares = starts.map((start, i) =>
    start < SINGLE_RANKS ? (start + 1) ** -zipf : integral(start + 0.5, ends[i]! + 0.5, zipf),
  );
  const all = shares.reduce((sum, share) => sum + share, 0);
  const classes = new WeightedChoice(shares.map((share) => ceil((share / all) * WEIGHTS)));
  const firsts = Float64Array.from(starts);
  const sizes = Float64Array.from(starts, (start, i) => ends[i]! - start);
  return (state) => {
    const i = classes.pick(draw(state, 1));
    if (i < SINGLE_RANKS) return i;
    const size = sizes[i]!;
    return firsts[i]! + (size > 2 ** 32 ? below(state, 2, size) : floor((draw(state, 2) * size) / 2 ** 32));
  };
}

/** Of x^-zipf: with the ends between the ranks, close to the sum over them. */
function integral(from: number, to: number, zipf: number): number {
  if (zipf === 1) return Math.log(to / from);
  return (to ** (1 - zipf) - from ** (1 - zipf)) / (1 - zipf);
}
