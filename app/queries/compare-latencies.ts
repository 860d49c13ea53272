import { draw, idState } from "../rows/random/mix";
import { even } from "../rows/random/shapes";
import { median, middleOf } from "./latencies";
import type { QueryMeasure } from "./query-results";

/** What two measurements of one query say of each other. */
export interface LatencyChange {
  /** Median of the second over that of the first. */
  readonly ratio: number;
  /** The least ratio, above 1, that is taken for a difference; its inverse is that for a faster one. */
  readonly threshold: number;
  /** `unstable`: nothing is told, since even a difference of a third would be within chance, or there are too few runs. */
  readonly verdict: "faster" | "slower" | "same" | "unstable";
}

/** A smaller difference is of no interest. */
const LEAST = 1.05;
/** Where a difference must be larger than this to be told from chance, no verdict is worth its name. */
const UNSTABLE = 1.33;
/** Runs that each side needs. */
const FEWEST = 5;
/** Runs of a side that are looked at: evenly many of all latencies. */
const MOST = 400;
const SHUFFLES = 999;
/** Of shuffles: as far apart as this by chance. */
const CHANCE = 0.01;

/**
 * Compares medians by a randomization test (Edgington, Randomization Tests, 1987): how far apart are they where runs
 * are dealt to two sides by chance? Each run is dealt as its share of its own side's median: dealt as they are, the
 * more clearly two sides differ, the more two mixtures of them would. What the medians of the parts of one measurement
 * differ by counts, too: runs that follow one another are alike.
 * @param base of the stream that deals
 */
export function compareLatencies(
  a: Pick<QueryMeasure, "histogram" | "parts">,
  b: Pick<QueryMeasure, "histogram" | "parts">,
  base: number,
): LatencyChange | undefined {
  const [first, second] = [samples(a.histogram), samples(b.histogram)];
  if (first.length === 0 || second.length === 0) return undefined;
  const apart = Math.log(median(second)! / median(first)!);
  const ratio = Math.exp(apart);
  if (Math.min(first.length, second.length) < FEWEST)
    return { ratio, threshold: Infinity, verdict: "unstable" };
  const bound = Math.max(Math.log(LEAST), byChance(first, second, base), byParts(a.parts, b.parts));
  const threshold = Math.exp(bound);
  if (apart > bound) return { ratio, threshold, verdict: "slower" };
  if (apart < -bound) return { ratio, threshold, verdict: "faster" };
  return { ratio, threshold, verdict: threshold > UNSTABLE ? "unstable" : "same" };
}

/** The latencies of runs, rising; of many, evenly chosen ones. */
function samples(histogram: QueryMeasure["histogram"]): number[] {
  const all = histogram.flatMap(([latency, count]) => Array<number>(count).fill(latency));
  if (all.length <= MOST) return all;
  return Array.from({ length: MOST }, (_, i) => all[Math.floor(((i + 0.5) * all.length) / MOST)]!);
}

/** By how much the logarithms of two medians differ in one of a hundred deals. */
function byChance(a: readonly number[], b: readonly number[], base: number): number {
  const pooled = [a, b].flatMap(shares).sort((x, y) => x - y);
  const order = new Uint32Array(pooled.length).map((_, i) => i);
  const isFirst = new Uint8Array(pooled.length);
  const apart: number[] = [];
  for (let shuffle = 0; shuffle < SHUFFLES; shuffle++) {
    const state = idState(base, shuffle);
    isFirst.fill(0);
    for (let i = 0; i < a.length; i++) {
      const j = i + even(draw(state, i), pooled.length - i);
      [order[i], order[j]] = [order[j]!, order[i]!];
      isFirst[order[i]!] = 1;
    }
    // Dealt from what is sorted, each side is.
    const [first, second] = [1, 0].map((side) => pooled.filter((_, i) => isFirst[i] === side));
    apart.push(Math.abs(Math.log(middleOf(second!) / middleOf(first!))));
  }
  return apart.sort((x, y) => y - x)[Math.floor(CHANCE * SHUFFLES)]!;
}

/** @param side rising */
function shares(side: readonly number[]): number[] {
  const whole = middleOf(side);
  return side.map((latency) => latency / whole);
}

/** Student's t of 99.5 %, by degrees of freedom from 1 on. */
const T = [63.66, 9.925, 5.841, 4.604, 4.032, 3.707, 3.499, 3.355, 3.25, 3.169];

/** The same by how the medians of parts differ within the side where they differ more. */
function byParts(a: readonly number[], b: readonly number[]): number {
  const fewer = Math.min(a.length, b.length);
  if (fewer < 2) return 0;
  // Where one side has more parts, it may not be the one whose variance is taken.
  const freedom = 2 * fewer - 2;
  const variance = Math.max(variationOf(a), variationOf(b));
  return (T[freedom - 1] ?? 2.6 + 6 / freedom) * Math.sqrt(variance * (1 / a.length + 1 / b.length));
}

/** The variance of the logarithms. */
function variationOf(parts: readonly number[]): number {
  const logs = parts.map(Math.log);
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  return logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (logs.length - 1);
}
