import { createHistogram } from "node:perf_hooks";
import type { Percentiles } from "./query-results";

/** An hour, in microseconds; what takes longer counts as that. */
const LONGEST = 3_600_000_000;

/** Counts by latency, rising. */
export type LatencyCounts = readonly (readonly [latency: number, count: number])[];

/** Latencies of runs, in microseconds; memory does not grow with their number. */
export class Latencies {
  /** Its percentiles are right to three digits. */
  readonly #histogram = createHistogram({ lowest: 1, highest: LONGEST, figures: 3 });
  readonly #counts = new Map<number, number>();

  record(microseconds: number): void {
    const whole = Math.min(Math.max(1, Math.round(microseconds)), LONGEST);
    this.#histogram.record(whole);
    const bucket = Number(whole.toPrecision(3));
    this.#counts.set(bucket, (this.#counts.get(bucket) ?? 0) + 1);
  }

  get count(): number {
    return Number(this.#histogram.count);
  }

  /** `undefined` where there are none. */
  percentiles(): Percentiles | undefined {
    if (this.count === 0) return undefined;
    const [p50, p90, p95, p99] = [50, 90, 95, 99].map((p) => this.#histogram.percentile(p));
    return { p50: p50!, p90: p90!, p95: p95!, p99: p99!, max: this.#histogram.max };
  }

  counts(): LatencyCounts {
    return [...this.#counts].sort(([a], [b]) => a - b);
  }
}

/** The median of numbers; `undefined` of none. */
export function median(numbers: readonly number[]): number | undefined {
  return numbers.length === 0 ? undefined : middleOf([...numbers].sort((a, b) => a - b));
}

/** The median of numbers that rise; 1 or more of them. */
export function middleOf(sorted: readonly number[]): number {
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
