import * as fc from "fast-check";
import { Latencies, median } from "../../app/queries/latencies";

const micros = fc.integer({ min: 1, max: 3_600_000_000 });

function recorded(values: readonly number[]): Latencies {
  const latencies = new Latencies();
  for (const value of values) latencies.record(value);
  return latencies;
}

describe("latencies", () => {
  it("have percentiles that are those of the sorted values, to three digits", () => {
    fc.assert(
      fc.property(fc.array(micros, { minLength: 1, maxLength: 300 }), (values) => {
        const sorted = [...values].sort((a, b) => a - b);
        const { p50, p90, p95, p99, max } = recorded(values).percentiles()!;
        for (const [p, found] of [
          [50, p50],
          [90, p90],
          [95, p95],
          [99, p99],
          [100, max],
        ] as const) {
          // The nearest rank, as HdrHistogram has it.
          const exact = sorted[Math.max(0, Math.floor((p / 100) * sorted.length + 0.5) - 1)]!;
          expect(Math.abs(found / exact - 1)).toBeLessThan(0.0015);
        }
      }),
    );
  });

  it("have counts that sum to their number, rise, and are within half a percent", () => {
    fc.assert(
      fc.property(fc.array(micros, { maxLength: 300 }), (values) => {
        const counts = recorded(values).counts();
        expect(counts.reduce((sum, [, count]) => sum + count, 0)).toBe(values.length);
        for (let i = 1; i < counts.length; i++) expect(counts[i]![0]).toBeGreaterThan(counts[i - 1]![0]);
        for (const value of values)
          expect(counts.some(([bucket]) => Math.abs(bucket / value - 1) <= 0.00501)).toBe(true);
      }),
    );
  });

  it("are none at first", () => {
    expect(recorded([]).percentiles()).toBeUndefined();
    expect(recorded([]).counts()).toEqual([]);
  });
});

it("the median is between the halves", () => {
  expect([median([]), median([3]), median([1, 9]), median([5, 1, 3])]).toEqual([undefined, 3, 5, 3]);
});
