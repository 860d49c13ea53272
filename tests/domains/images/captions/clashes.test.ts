import { CLASHES, clashesOf, wordsOf } from "../../../../app/domains/images/captions/clashes";
import { samples } from "./pictures";

const clashes = (text: string) => clashesOf(wordsOf(text));

test("a text stands beside neither side of a pair, or one, or both", () => {
  expect([clashes("sleeping in the crib") & 3, clashes("a smiling baby") & 3]).toEqual([1, 2]);
  expect(clashes("smiling and sleeping") & 3).toBe(0);
  expect(clashes("unsmiling") & 3).toBe(0);
  expect(clashes("a tree")).toBe(0);
  expect([clashes("her parent"), clashes("her parents'")]).toEqual([4, 4]);
  expect([clashes("in a meeting") & 8, clashes("a meal, meeting") & 8]).toEqual([8, 0]);
  expect(2 * CLASHES).toBeLessThan(31);
});

test("what does not go together is seldom in one caption", () => {
  const captions = samples(40_000).map(({ caption }) => caption);
  const both = (first: RegExp, second: RegExp): number =>
    captions.filter((caption) => first.test(caption) && second.test(caption)).length;
  expect(captions.filter((caption) => /\bsleeping\b/i.test(caption)).length).toBeGreaterThan(50);
  expect(both(/\b(sleeping|yawning)\b/i, /\b(smiling|laughing|crying|curious)\b/i)).toBeLessThan(4);
  expect(
    both(/\b(sad|bored|angry|depressed)\b/i, /\b(celebrating|having fun|dancing|vacation)\b/i),
  ).toBeLessThan(4);
  expect(both(/\b(cold|winter)\b/i, /\b(barefoot|shorts|swimsuit|sandals)\b/i)).toBeLessThan(4);
  expect(both(/\b(at night|midnight)\b/i, /\b(breakfast|sunny|noon)\b/i)).toBeLessThan(4);
});
