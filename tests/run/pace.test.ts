import * as fc from "fast-check";
import { Pace } from "../../app/run/pace";

describe("Pace", () => {
  it("knows nothing before the first batch", () => {
    const pace = new Pace(100, 5000, 10_000);
    expect(pace.rate).toBe(0);
    expect(pace.secondsLeft(105)).toBeUndefined();
  });

  it("is exact for a steady pace, and counts down between batches", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 100_000 }),
        fc.nat({ max: 1e6 }),
        (seconds, batch, before) => {
          const target = before + batch * 100;
          const pace = new Pace(7, before, target);
          for (let n = 1; n < 100; n++) {
            const now = 7 + n * seconds;
            pace.update(now, before + n * batch);
            expect(pace.rate).toBeCloseTo(batch / seconds, 6);
            expect(pace.secondsLeft(now)).toBeCloseTo((100 - n) * seconds, 3);
            expect(pace.secondsLeft(now + seconds / 2)).toBeCloseTo((99.5 - n) * seconds, 3);
          }
          pace.update(7 + 100 * seconds, target);
          expect(pace.secondsLeft(7 + 100 * seconds)).toBe(0);
        },
      ),
    );
  });

  it("does not jump: batches of uneven length move the time left by little more than the time that passed", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.2, max: 1.8, noNaN: true }), { minLength: 100, maxLength: 100 }),
        (durations) => {
          const pace = new Pace(0, 0, 1_000_000);
          let now = 0;
          let last: number | undefined;
          durations.forEach((duration, n) => {
            now += duration;
            pace.update(now, (n + 1) * 1000);
            const left = pace.secondsLeft(now)!;
            // The first batches have to find the pace.
            if (last !== undefined && n > 10)
              expect(Math.abs(left - (last - duration))).toBeLessThan(0.08 * last);
            last = left;
          });
        },
      ),
    );
  });

  it("takes one stalled batch without a leap, and follows a lasting change", () => {
    const pace = new Pace(0, 0, 1_000_000);
    let now = 0;
    let rows = 0;
    const run = (batches: number, seconds: number) => {
      for (let i = 0; i < batches; i++) pace.update((now += seconds), (rows += 1000));
      return pace.secondsLeft(now)!;
    };
    const steady = run(100, 1);
    expect(steady).toBeCloseTo(900, 0);
    expect(run(1, 6)).toBeLessThan(steady * 1.1);
    const slow = run(300, 2);
    expect(slow / ((1_000_000 - rows) / 500)).toBeGreaterThan(0.95);
    expect(slow / ((1_000_000 - rows) / 500)).toBeLessThan(1.05);
  });

  it("takes the recent pace, not that of the whole run", () => {
    const pace = new Pace(0, 0, 1e9);
    for (let second = 1; second <= 100; second++) pace.update(second, second * 10);
    for (let second = 101; second <= 200; second++) pace.update(second, 1000 + (second - 100) * 1000);
    expect(pace.rate).toBeCloseTo(1000, 6);
  });
});
