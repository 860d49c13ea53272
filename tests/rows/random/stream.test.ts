import fc from "fast-check";
import { streamKey, Streams } from "../../../app/rows/random/stream";

const key = (seed: string, name: string, version = 1): string => streamKey(seed, name, version).join();

test("different seeds, names and versions have different keys", () => {
  const triple = fc.tuple(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), fc.nat(20));
  fc.assert(
    fc.property(triple, triple, (a, b) => {
      fc.pre(JSON.stringify(a) !== JSON.stringify(b));
      expect(key(...a)).not.toBe(key(...b));
    }),
  );
});

test.each([
  [
    ["a", "bc"],
    ["ab", "c"],
  ],
  [
    ["1", "1:a"],
    ["11", ":a"],
  ],
  [
    ["\u0430", "x"],
    ["0", "x"],
  ], // the same low byte
  [
    ["ab", "x"],
    ["abab", "x"],
  ],
  [
    ["a\0", "x"],
    ["a", "x"],
  ],
  [
    ["x".repeat(10_000), "x"],
    ["x".repeat(9_999) + "y", "x"],
  ],
  [
    ["😀", "x"],
    ["😁", "x"],
  ],
] as const)("%j and %j do not meet", (a, b) => {
  expect(key(a[0], a[1])).not.toBe(key(b[0], b[1]));
});

test("the keys of seed 42 stay: another key is another version of every stream", () => {
  expect(streamKey("42", "gender", 1)).toEqual([-574856280, -554374778]);
});

test("a stream in two versions at once is a bug", () => {
  const streams = new Streams("42");
  streams.base("gender", 1);
  expect(() => streams.base("gender", 2)).toThrow("gender");
  expect(streams.versions()).toEqual({ gender: 1 });
});
