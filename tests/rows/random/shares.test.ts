import fc from "fast-check";
import { even, quantile, skewed } from "../../../app/rows/random/shapes";
import { maskBelow, threshold, WeightedChoice } from "../../../app/rows/random/shares";

const uniform = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const weights = fc
  .array(fc.nat(1000), { minLength: 1, maxLength: 400 })
  .filter((list) => list.some((weight) => weight > 0));

test("an index is picked by its weight's part of all draws", () => {
  fc.assert(
    fc.property(weights, uniform, (weights, u) => {
      const choice = new WeightedChoice(weights);
      const total = weights.reduce((sum, weight) => sum + weight);
      const sums = weights.map((_, i) => weights.slice(0, i + 1).reduce((sum, weight) => sum + weight));
      const index = sums.findIndex((sum) => u < threshold([sum, total]));
      expect(choice.pick(u)).toBe(index);
      expect(weights[index]).toBeGreaterThan(0);
    }),
  );
});

test("a mask is a comparison, to one draw in 2^31", () => {
  fc.assert(
    fc.property(uniform, fc.nat(100), (u, part) => {
      const limit = threshold([part, 100]);
      expect(maskBelow(u, limit >>> 1)).toBe(u >>> 1 < limit >>> 1 ? -1 : 0);
    }),
  );
});

test("shapes stay within their bounds and reach both ends", () => {
  const knots = Int32Array.from({ length: 17 }, (_, i) => -4000 + i * 1000);
  fc.assert(
    fc.property(uniform, fc.integer({ min: 1, max: 65_536 }), (u, n) => {
      for (const value of [even(u, n), skewed(u, n)]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThan(n);
      }
      expect(quantile(u, knots)).toBe(-4000 + Math.floor(((u >>> 12) * 1000) / 65_536));
    }),
  );
  expect([even(0, 9), even(0xffffffff, 9), skewed(0, 9), skewed(0xffffffff, 9)]).toEqual([0, 8, 0, 8]);
  expect([quantile(0, knots), quantile(0xffffffff, knots)]).toEqual([-4000, 11_999]);
});
