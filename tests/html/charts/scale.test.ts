import fc from "fast-check";
import { scaleOf, type ScaleKind } from "../../../app/html/charts/scale";

const NUMBER = fc.oneof(
  fc.double({ min: -1e300, max: 1e299, noNaN: true }),
  fc.integer({ min: -1000, max: 1000 }),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const RANGE = [20, 320] as const;

/** What an axis of each kind can hold. */
const VALUE: Record<ScaleKind, fc.Arbitrary<number>> = {
  linear: NUMBER,
  log: fc.double({ min: 1e-300, max: 1e299, noNaN: true }),
  time: fc.oneof(fc.integer({ min: -6.2e10, max: 6.2e10 }), fc.integer({ min: 0, max: 2 ** 32 })),
};

describe.each(["linear", "log", "time"] as const)("a %s scale", (kind) => {
  const domain = fc.tuple(VALUE[kind], VALUE[kind]);

  test("has ticks that rise, cover the domain, and are few", () => {
    fc.assert(
      fc.property(domain, fc.integer({ min: 2, max: 8 }), ([a, b], most) => {
        const { ticks } = scaleOf(kind, [a, b], RANGE, most);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(Math.max(most + 3, 4));
        expect(ticks[0]!.value).toBeLessThanOrEqual(Math.min(a, b));
        expect(ticks.at(-1)!.value).toBeGreaterThanOrEqual(Math.max(a, b));
        for (let i = 1; i < ticks.length; i++) expect(ticks[i]!.value).toBeGreaterThan(ticks[i - 1]!.value);
      }),
      { numRuns: 500 },
    );
  });

  test("places numbers of the domain within the range, in their order", () => {
    fc.assert(
      fc.property(domain, fc.double({ min: 0, max: 1, noNaN: true }), ([a, b], part) => {
        const scale = scaleOf(kind, [a, b], RANGE);
        const between = Math.min(a, b) * (1 - part) + Math.max(a, b) * part;
        const places = [Math.min(a, b), between, Math.max(a, b)].map((value) => scale.at(value));
        for (const place of places) {
          expect(place).toBeGreaterThanOrEqual(RANGE[0]);
          expect(place).toBeLessThanOrEqual(RANGE[1]);
        }
        expect(places[0]).toBeLessThanOrEqual(places[2]!);
      }),
      { numRuns: 500 },
    );
  });
});

test("labels are what a person would write", () => {
  const labels = (...given: Parameters<typeof scaleOf>) => scaleOf(...given).ticks.map(({ label }) => label);
  expect(labels("linear", [0, 0.3], RANGE)).toEqual(["0", "0.1", "0.2", "0.3"]);
  expect(labels("linear", [-41, 23], RANGE)).toEqual(["-60", "-40", "-20", "0", "20", "40"]);
  expect(labels("log", [1, 200_000], RANGE)).toEqual(["1", "100", "10k", "1M"]);
  expect(labels("log", [3, 8], RANGE)).toEqual(["1", "2", "5", "10"]);
  const day = Date.UTC(2024, 0, 31) / 1000;
  expect(labels("time", [day, day + 86_400 * 100], RANGE)).toEqual([
    "2024-01",
    "2024-02",
    "2024-03",
    "2024-04",
    "2024-05",
    "2024-06",
  ]);
  expect(labels("time", [day, day + 3600], RANGE)).toEqual(["00:00", "00:30", "01:00"]);
  expect(labels("time", [0, day], RANGE)).toEqual(["1960", "1980", "2000", "2020", "2040"]);
});

test("two neighbouring large numbers have ticks that rise", () => {
  const { ticks } = scaleOf("linear", [-9.999999999999995e299, -9.999999999999993e299], RANGE, 8);
  expect(new Set(ticks.map(({ value }) => value)).size).toBe(ticks.length);
});
