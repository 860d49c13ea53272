import fc from "fast-check";
import { scrambleWord } from "../../../app/rows/murmur-hash";
import { draw, idState, partState } from "../../../app/rows/random/mix";
import { evenly } from "../../../app/rows/random/integers";
import { threshold, WeightedChoice } from "../../../app/rows/random/shares";
import { newStates } from "../../../app/rows/random/states";
import { Streams } from "../../../app/rows/random/stream";

const BLOCK = 2 ** 32;
const anyBase = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const anyHigh = fc.oneof(fc.nat(3), fc.nat(2 ** 21 - 1));

/** The word that is scrambled to `scrambled`. */
function unscramble(scrambled: number): number {
  const k = Math.imul(scrambled, inverse(0x1b873593));
  return Math.imul((k >>> 15) | (k << 17), inverse(0xcc9e2d51)) >>> 0;
}

/** Of an odd number mod 2^32, by Newton. */
function inverse(odd: number): number {
  let x = odd;
  for (let i = 0; i < 5; i++) x = Math.imul(x, 2 - Math.imul(odd, x));
  return x;
}

/** A stream's base with the low word of an id mixed in. */
const mixed = (base: number, low: number): number => {
  const h = base ^ scrambleWord(low);
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
};

/** The id of another block of 2^32 at which the 32 bits that a stream's base and an id are mixed into are the same. */
function sameMixed(base: number, id: number, otherHigh: number): number {
  const high = Math.floor(id / BLOCK);
  const wanted = mixed(base, id | 0) ^ scrambleWord(high) ^ scrambleWord(otherHigh);
  const back = Math.imul(wanted - 0xe6546b64, inverse(5));
  const low = unscramble(((back >>> 13) | (back << 19)) ^ base);
  return otherHigh * BLOCK + low;
}

test("ids whose 32 mixed bits are the same in two blocks of 2^32 make other draws, of themselves and of their parts", () => {
  fc.assert(
    fc.property(anyBase, fc.nat(2 ** 32 - 1), anyHigh, anyHigh, (base, low, high, other) => {
      fc.pre(high !== other);
      const id = high * BLOCK + low;
      const twin = sameMixed(base, id, other);
      const [one, two] = [idState(base, id), idState(base, twin)];
      // What the law is about: were there no high word in a state, all draws would be the same.
      expect(one | 0).toBe(two | 0);
      for (const n of [0, 1, 2, 3]) {
        expect(draw(one, n)).not.toBe(draw(two, n));
        expect(draw(partState(one, n), 0)).not.toBe(draw(partState(two, n), 0));
      }
    }),
    { numRuns: 2_000 },
  );
});

/** Where ids are looked at: around 2^32, in the middle, and up to the largest safe integer. */
const PLACES = [BLOCK - 2 ** 15, 2 * BLOCK, 2 ** 40, 2 ** 52 - 2 ** 15, 2 ** 53 - 2 ** 16];
const IDS = 2 ** 16;

describe.each(["42", "7", "spring"])("seed %j", (seed) => {
  const base = new Streams(seed).base("t/x", 1);
  const other = new Streams(seed).base("t/y", 1);

  test("two draws of an id are those of no other id, in the first block or another", () => {
    // 53 bits of the two: of so few ids, a pair recurs with a chance of 1 in 100,000.
    const seen = new Set<number>();
    for (const first of [0, ...PLACES])
      for (let i = 0; i < IDS; i++) {
        const state = idState(base, first + i);
        seen.add(draw(state, 0) * 2 ** 21 + (draw(state, 1) >>> 11));
      }
    expect(seen.size).toBe((PLACES.length + 1) * IDS);
  });

  test.each(PLACES)("draws from id %d on are even, alone and in pairs", (first) => {
    const at = (id: number, n = 0): number => draw(idState(base, id), n);
    const pair = (a: number, b: number): number => ((a >>> 28) << 4) | (b >>> 28);
    const cells: Record<string, (id: number) => number> = {
      "top byte": (id) => at(id) >>> 24,
      "lowest byte": (id) => at(id) & 255,
      "neighbouring ids": (id) => pair(at(id), at(id - 1)),
      "two draws": (id) => pair(at(id, 0), at(id, 1)),
      "two streams": (id) => pair(at(id), draw(idState(other, id), 0)),
      "ids 2^32 apart": (id) => pair(at(id), at(id < BLOCK ? id + BLOCK : id - BLOCK)),
      "ids 1,000 blocks apart": (id) => pair(at(id), at((id + 1_000 * BLOCK) % 2 ** 53)),
      "a draw and one of a part": (id) => pair(at(id), draw(partState(idState(base, id), 1), 0)),
    };
    for (const [name, cellOf] of Object.entries(cells)) {
      const counts = new Uint32Array(256);
      for (let i = 0; i < IDS; i++) counts[cellOf(first + i)]!++;
      const even = IDS / 256;
      const found = counts.reduce((sum, count) => sum + (count - even) ** 2 / even, 0);
      // With 255 degrees of freedom, each bound is passed once in 10,000 even sequences.
      expect([name, found, found > 177 && found < 347]).toEqual([name, found, true]);
    }
  });

  test.each(PLACES)("shares from id %d on are as declared, to 4 standard errors", (first) => {
    const states = newStates({ isWide: true }, IDS);
    for (let i = 0; i < IDS; i++) states[i] = idState(base, first + i);
    const weights = [50, 30, 15, 4, 1];
    const choice = new WeightedChoice(weights);
    const limit = threshold([7, 1000]);
    const found = weights.map(() => 0);
    let rare = 0;
    for (let i = 0; i < IDS; i++) {
      found[choice.pick(draw(states[i]!, 0))]!++;
      if (draw(states[i]!, 1) < limit) rare++;
    }
    const numbers = new Float64Array(IDS);
    evenly(0, 1000)(states, numbers, IDS);
    const low = numbers.filter((value) => value < 250).length;
    const shares: [number, number][] = [...weights.map((w, i): [number, number] => [w / 100, found[i]!])];
    for (const [share, count] of [...shares, [0.007, rare], [0.25, low]] as [number, number][])
      expect(Math.abs(count - share * IDS)).toBeLessThan(4 * Math.sqrt(share * (1 - share) * IDS));
  });
});
