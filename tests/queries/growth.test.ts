import * as fc from "fast-check";
import { estimatesOf, fitGrowth, growthOf, type Point } from "../../app/queries/growth";
import type { QueryMeasure, SizeResults } from "../../app/queries/query-results";
import { numbers } from "./numbers";

/** Figures of a law at some sizes, three at each, that are off by about a share. */
function figures(
  law: (rows: number) => number,
  sizes: readonly number[],
  noise = 0,
  random = Math.random,
): Point[] {
  const off = () => Math.exp(noise * (random() + random() + random() + random() - 2) * Math.sqrt(3));
  return sizes.flatMap((rows) => [1, 2, 3].map(() => ({ rows, value: law(rows) * off() })));
}

const SIZES = [1e6, 1e7, 1e8];

describe("how a figure grows", () => {
  it("is found exactly where it is a power of the rows", () => {
    const exponent = fc.double({ min: 0, max: 2, noNaN: true });
    const factor = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(exponent, factor, fc.integer({ min: 2, max: 5 }), (e, f, count) => {
        const law = (rows: number) => f * rows ** e;
        const sizes = Array.from({ length: count }, (_, i) => 10 ** (3 + i));
        const growth = fitGrowth(figures(law, sizes))!;
        expect(growth.exponent).toBeCloseTo(e, 6);
        // Two sizes leave it open which of two laws it is.
        if (count > 2) expect(growth.at(1e9).value / law(1e9)).toBeCloseTo(1, 4);
      }),
    );
  });

  it("is found exactly where a part is fixed and the rest in proportion to the rows", () => {
    const part = fc.double({ min: 1, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(part, part, (offset, perMillion) => {
        const law = (rows: number) => offset + (perMillion * rows) / 1e6;
        const { value } = fitGrowth(figures(law, SIZES))!.at(2e8);
        expect(value / law(2e8)).toBeCloseTo(1, 6);
      }),
    );
  });

  it("does not depend on the unit or on the order of the points", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), fc.integer(), (unit, seed) => {
        const points = figures((rows) => 5_000 + rows / 100, SIZES, 0.1, numbers(seed));
        const [a, b] = [
          fitGrowth(points)!,
          fitGrowth(points.map(({ rows, value }) => ({ rows, value: value * unit })).reverse())!,
        ];
        expect(b.exponent).toBeCloseTo(a.exponent, 6);
        expect(b.at(2e8).value / unit / a.at(2e8).value).toBeCloseTo(1, 6);
      }),
    );
  });

  it.each([
    ["a power", (rows: number) => rows ** 0.8],
    ["a line with an offset", (rows: number) => 20_000 + rows / 500],
  ])("has the truth in its range at least as often as it says, for %s", (_, law) => {
    const random = numbers(42);
    let within = 0;
    for (let i = 0; i < 2_000; i++) {
      const range = fitGrowth(figures(law, SIZES, 0.1, random))!.at(2e8).range!;
      // The median of three new ones, not the law's own value.
      const [, next] = figures(law, [2e8], 0.1, random)
        .map(({ value }) => value)
        .sort((a, b) => a - b);
      if (next! >= range[0] && next! <= range[1]) within++;
    }
    expect(within / 2_000).toBeGreaterThan(0.9);
  });

  it("is not known of one size", () => {
    expect(fitGrowth(figures((rows) => rows, [1e6]))).toBeUndefined();
    expect(fitGrowth([])).toBeUndefined();
  });

  it("is a scan's of two sizes, with both laws in the range", () => {
    const law = (rows: number) => 10_000 + rows / 100;
    const { value, range } = fitGrowth(figures(law, [1e6, 1e7]))!.at(2e8);
    const [low, high] = range!;
    expect(value).toBeCloseTo(law(2e8), 3);
    const power = law(1e7) * 20 ** Math.log10(law(1e7) / law(1e6));
    expect(low).toBeLessThanOrEqual(power * 1.000001);
    expect(high).toBeGreaterThanOrEqual(law(2e8) * 0.999999);
  });
});

function measure(name: string, p50: number, bytes: number): QueryMeasure {
  const latency = { p50, p90: p50, p95: p50, p99: p50, max: p50 };
  return {
    name,
    load: { kind: "closed", clients: 1 },
    runs: 3,
    errors: 0,
    unanswered: 0,
    error: null,
    seconds: 1,
    cold: p50,
    latency,
    serverMedian: null,
    parts: [p50, p50, p50],
    histogram: [[p50, 3]],
    read: { rows: null, bytes, marks: null, peakMemory: null, source: "summary" },
    keys: [],
    answer: null,
  };
}

const size = (rows: number, ...queries: QueryMeasure[]): SizeResults => ({
  measuredAt: "2026-01-01T00:00:00.000Z",
  rows,
  uncompressedBytes: null,
  diskBytes: null,
  queries,
});

describe("estimates", () => {
  const sizes = [
    size(1e6, measure("scan", 1_000, 1e6), measure("old", 1, 1)),
    size(1e7, measure("scan", 10_000, 1e7), measure("new", 5, 5)),
  ];

  it("are made of the queries that have two sizes", () => {
    expect(estimatesOf(sizes, 1e8)).toEqual([
      expect.objectContaining({
        name: "scan",
        rows: 1e8,
        from: 1e7,
        exponent: 1,
        bytesExponent: 1,
        latency: 100_000,
        bytes: 1e8,
      }),
    ]);
  });

  it("are not made of a size that is measured already", () => {
    expect(estimatesOf(sizes, 1e7)).toEqual([]);
    expect(estimatesOf([], 1e7)).toEqual([]);
  });

  it("keep the loads apart", () => {
    expect(growthOf(sizes, "scan", { kind: "closed", clients: 4 }).time).toBeUndefined();
    expect(growthOf(sizes, "scan", { kind: "filling", clients: 1 }).time).toBeUndefined();
    expect(growthOf(sizes, "scan", { kind: "closed", clients: 1 }).time?.exponent).toBeCloseTo(1);
  });
});
