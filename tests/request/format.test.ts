import * as fc from "fast-check";
import {
  formatBytes,
  formatCount,
  formatDuration,
  formatRate,
  formatTimeLeft,
} from "../../app/request/format";
import { formatPercent, progressBarLine } from "../../scripts/terminal/progress-line";

/** Seconds that a text such as `1h 23m 45s` stands for. */
function secondsOf(text: string): number {
  const units: Record<string, number> = { h: 3600, m: 60, s: 1 };
  return [...text.matchAll(/([\d.]+)([hms])/g)].reduce(
    (sum, [, number, unit]) => sum + Number(number) * units[unit!]!,
    0,
  );
}

describe("formatDuration", () => {
  it("says whole seconds exactly, with minutes and seconds below 60", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 1e7 }), (seconds) => {
        const text = formatDuration(seconds);
        expect(secondsOf(text)).toBe(seconds);
        expect(text).toMatch(/^(\d+h [1-5]?\dm [1-5]?\ds|[1-5]?\dm [1-5]?\ds|[1-5]\ds)$/);
      }),
    );
  });

  it.each([
    [0, "0.0s"],
    [-1, "0.0s"],
    [4.23, "4.2s"],
    [9.94, "9.9s"],
    [9.96, "10s"],
    [59.4, "59s"],
    [59.6, "1m 0s"],
    [3599.7, "1h 0m 0s"],
    [5025, "1h 23m 45s"],
    [360000, "100h 0m 0s"],
  ])("%d is %s", (seconds, text) => expect(formatDuration(seconds)).toBe(text));
});

describe("formatTimeLeft", () => {
  it("is off by no more than a tenth and two seconds", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (seconds) => {
        expect(Math.abs(secondsOf(formatTimeLeft(seconds)) - seconds)).toBeLessThanOrEqual(2 + seconds / 10);
      }),
    );
  });
});

describe("other formats", () => {
  it.each([
    [0, "0 B"],
    [999, "999 B"],
    [1000, "1.00 kB"],
    [50_400_000, "50.4 MB"],
    [999_999, "1.00 MB"],
    [1e11, "100 GB"],
    [1e18, "1000 PB"],
  ])("formatBytes(%d) is %s", (bytes, text) =>
    expect(Number.parseFloat(formatBytes(bytes))).toBeCloseTo(Number.parseFloat(text)),
  );

  it("formatBytes names the unit", () => {
    expect([0, 1e3, 1e6, 1e9, 1e12].map(formatBytes)).toEqual([
      "0 B",
      "1.00 kB",
      "1.00 MB",
      "1.00 GB",
      "1.00 TB",
    ]);
  });

  it("formats counts, rates and percentages", () => {
    expect(formatCount(1234567)).toBe("1,234,567");
    expect([formatRate(0), formatRate(3.14), formatRate(23456.7)]).toEqual([
      "0.0 rows/s",
      "3.1 rows/s",
      "23,457 rows/s",
    ]);
    expect([formatPercent(0, 5), formatPercent(421, 1000), formatPercent(5, 5), formatPercent(0, 0)]).toEqual(
      ["0.0 %", "42.1 %", "100.0 %", "100.0 %"],
    );
  });

  it("says 100 % only when all rows are there", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e12 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (target, share) => {
          const rows = Math.floor(target * share);
          expect(formatPercent(rows, target) === "100.0 %").toBe(rows === target);
        },
      ),
    );
  });

  it("fits a line of progress into every terminal", () => {
    const progress = fc.record({
      rowsInserted: fc.integer({ min: 0, max: 1e12 }),
      targetRows: fc.integer({ min: 1, max: 1e12 }),
      batchesCompleted: fc.nat(),
    });
    fc.assert(
      fc.property(
        progress,
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0, max: 1e7, noNaN: true }),
        (at, width, rate) => {
          const line = progressBarLine(at, { rate, secondsLeft: 5000 }, width, (share, size) =>
            "#".repeat(Math.floor(share * size)).padEnd(size),
          );
          expect(line.length).toBeLessThan(Math.max(2, width));
        },
      ),
    );
  });
});
