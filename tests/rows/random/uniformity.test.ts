import { draw, idState } from "../../../app/rows/random/mix";
import { Streams } from "../../../app/rows/random/stream";

/**
 * Seeds are fixed, so these tests can't fail by chance. With 255 degrees of freedom chi-square exceeds 347
 * once in 10,000 even sequences, and falls below 177 as rarely.
 */
const DRAWS = 1 << 16;
const CELLS = 256;

function chiSquare(cellOf: (i: number) => number): number {
  const counts = new Uint32Array(CELLS);
  for (let i = 0; i < DRAWS; i++) counts[cellOf(i)]!++;
  const expected = DRAWS / CELLS;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** The pair of the top four bits of two draws: even if each is, and they do not depend on each other. */
const pair = (a: number, b: number): number => ((a >>> 28) << 4) | (b >>> 28);

describe.each(["42", "another seed", ""])("seed %j", (seed) => {
  const streams = new Streams(seed);
  const gender = streams.base("gender", 1);
  const age = streams.base("age", 1);
  const age2 = new Streams(seed).base("age", 2);
  const other = new Streams(`${seed}x`).base("gender", 1);
  const at = (base: number, id: number, n = 0): number => draw(idState(base, id), n);

  test.each([
    ["the top byte of a draw", (i: number) => at(gender, i) >>> 24],
    ["the lowest byte of a draw", (i: number) => at(gender, i) & 255],
    ["ids beyond 2^32", (i: number) => at(gender, 2 ** 40 + i) >>> 24],
    ["ids 64 apart", (i: number) => at(gender, i * 64) >>> 24],
    ["neighbouring ids", (i: number) => pair(at(gender, 2 * i), at(gender, 2 * i + 1))],
    ["ids 64 apart as pairs", (i: number) => pair(at(gender, i), at(gender, i + 64))],
    ["ids 2^32 apart", (i: number) => pair(at(gender, i), at(gender, i + 2 ** 32))],
    ["neighbouring draws", (i: number) => pair(at(gender, i, 0), at(gender, i, 1))],
    [
      "two draws of one id, by low bits",
      (i: number) => ((at(gender, i, 0) & 15) << 4) | (at(gender, i, 1) & 15),
    ],
    ["two streams", (i: number) => pair(at(gender, i), at(age, i))],
    ["two versions of a stream", (i: number) => pair(at(age, i), at(age2, i))],
    ["two seeds", (i: number) => pair(at(gender, i), at(other, i))],
  ])("%s are even", (_, cellOf) => {
    const found = chiSquare(cellOf);
    expect(found).toBeLessThan(347);
    expect(found).toBeGreaterThan(177);
  });

  test("every bit of a draw is set half the time", () => {
    const set = new Uint32Array(32);
    for (let i = 0; i < DRAWS; i++) {
      const u = at(gender, i);
      for (let bit = 0; bit < 32; bit++) set[bit]! += (u >>> bit) & 1;
    }
    for (const count of set) expect(Math.abs(count - DRAWS / 2)).toBeLessThan(4.5 * Math.sqrt(DRAWS / 4));
  });
});
