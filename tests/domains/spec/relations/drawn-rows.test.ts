import fc from "fast-check";
import { evenRank, zipfRank } from "../../../../app/domains/spec/relations/drawn-rows";
import { idState, streamBase } from "../../../../app/rows/random/mix";

const DRAWS = 200_000;
const base = streamBase(3, 5);

function counts(rank: (state: number) => number, rows: number): Float64Array {
  const found = new Float64Array(rows);
  for (let i = 0; i < DRAWS; i++) found[rank(idState(base, i))]!++;
  return found;
}

test.each([0.5, 1, 1.3])("ranks follow Zipf's law with the exponent %d, in front and behind", (zipf) => {
  const rows = 5_000;
  const found = counts(zipfRank(rows, zipf), rows);
  const weights = Array.from({ length: rows }, (_, i) => (i + 1) ** -zipf);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  for (const [from, to] of [
    [0, 1],
    [1, 2],
    [2, 10],
    [10, 100],
    [100, 600],
    [600, 2_000],
    [2_000, 5_000],
  ] as const) {
    const share = weights.slice(from, to).reduce((sum, weight) => sum + weight, 0) / all;
    const seen = found.subarray(from, to).reduce((sum, count) => sum + count, 0) / DRAWS;
    const error = 5 * Math.sqrt((share * (1 - share)) / DRAWS) + 0.04 * share;
    expect(Math.abs(seen - share)).toBeLessThan(error);
  }
});

test("ranks stay among the rows, of any number", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.integer({ min: 1, max: 2 ** 32 }), fc.integer({ min: 1, max: 2 ** 53 - 1 })),
      fc.double({ min: 0.1, max: 3, noNaN: true }),
      fc.integer(),
      (rows, zipf, state) => {
        for (const rank of [zipfRank(rows, zipf)(state), evenRank(rows)(state)])
          expect(rank >= 0 && rank < rows && Number.isInteger(rank)).toBe(true);
      },
    ),
  );
});
