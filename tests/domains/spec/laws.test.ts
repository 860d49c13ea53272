import fc from "fast-check";
import type { Generator } from "../../../app/domains/spec/generator";
import { specDomain } from "../../../app/domains/spec/spec-domain";
import { createRowGenerator } from "../../../app/rows/row-generator";
import { streamVersions } from "../../../app/rows/stream-versions";
import { VOCABULARIES, wordsOf } from "../../../app/domains/vocabulary/vocabularies";
import { column } from "../../rows/default-model";
import { readBlock } from "../../rows/read-block";
import { rowsOf, specOf } from "./spec-rows";

const spread = fc.constantFrom("uniform", "normal", "lognormal", "exponential" as const);
const count = fc.integer({ min: 1, max: 1000 });

/** Generators of single values, each with a type that holds them. */
const single: fc.Arbitrary<readonly [Generator, string]> = fc.oneof(
  fc
    .tuple(fc.integer(), count, spread)
    .map(([min, more, spread]): [Generator, string] => [
      { kind: "number", min, max: min + more, spread },
      "Int64",
    ]),
  fc
    .array(fc.string(), { minLength: 1, maxLength: 5 })
    .map((values): [Generator, string] => [{ kind: "choice", values }, "LowCardinality(String)"]),
  count.map((perDay): [Generator, string] => [
    { kind: "rising", from: "2020-01-01", perDay: 100 + perDay, season: "week" },
    "DateTime",
  ]),
  count.map((more): [Generator, string] => [{ kind: "unique", min: 0, max: 1_000_000 + more }, "UInt32"]),
  count.map((rows): [Generator, string] => [
    { kind: "run", rows: rows + 1, of: { kind: "identifier", form: "uuid" } },
    "UUID",
  ]),
  fc
    .constantFrom("{#} {hex8} {=base}", "{0-99}{=id}")
    .map((text): [Generator, string] => [{ kind: "template", text }, "String"]),
  fc
    .double({ min: 0, max: 1, noNaN: true })
    .map((share): [Generator, string] => [
      { kind: "nullable", share, of: { kind: "computed", operation: "copy", columns: ["base"] } },
      "Nullable(Int32)",
    ]),
  fc.integer({ min: 0, max: 99 }).map((most): [Generator, string] => [
    {
      kind: "when",
      column: "base",
      is: [...Array(most * 100 + 1).keys()],
      of: { kind: "sentence", min: 1, max: 2 },
    },
    "Nullable(String)",
  ]),
  fc
    .constantFrom<Generator>(
      { kind: "sentence", min: 1, max: 2 },
      { kind: "template", text: "{word}{=base}" },
    )
    .map((of): [Generator, string] => [{ kind: "per", column: "base", of }, "String"]),
  spread.map((spread): [Generator, string] => [
    { kind: "array", of: { kind: "number", min: 0, max: 99, scale: 1 }, min: 0, max: 3, spread },
    "Array(Float32)",
  ]),
);

const BASE = { base: { kind: "number", min: 0, max: 9999 } } as const;

/** Those of which there are any number. */
const unbounded = single.filter(([{ kind }]) => kind !== "unique" && kind !== "rising");

/** Around multiples of 2^32, the first and later ones, and up to the largest safe integer. */
const largeRow = fc
  .tuple(
    fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 2 ** 21 - 1 })),
    fc.integer({ min: -80, max: 80 }),
  )
  .map(([high, low]) => high * 2 ** 32 + low);

test.each([
  ["rows", single, fc.integer({ min: 1, max: 500_000 })],
  ["rows beyond 2^32", unbounded, fc.oneof(largeRow, fc.constant(2 ** 53 - 160))],
])(
  "%s are decided by seed, table and number, whatever the blocks, the order, and the other columns",
  (_, single, first) => {
    const cases = fc.record({
      seed: fc.string({ minLength: 1 }),
      x: single,
      y: single,
      first,
      sizes: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 }),
    });
    fc.assert(
      fc.property(cases, ({ seed, x: [x, xType], y: [y, yType], first, sizes }) => {
        const rows = sizes.reduce((sum, size) => sum + size, 0);
        const alone = rowsOf(specOf({ ...BASE, x }), { x: xType }, { seed, first, rows }).x;
        const types = { y: yType, id: "UInt64", x: xType, base: "UInt16" };
        const domain = specDomain(specOf({ y, x, ...BASE }), () => undefined);
        const model = Object.entries(types).map(([name, type]) => column(name, type));
        const generator = createRowGenerator(seed, model, domain);
        const blocks = sizes.map((size, i) => ({
          size,
          at: first + sizes.slice(0, i).reduce((a, b) => a + b, 0),
        }));
        const backwards = [...blocks]
          .reverse()
          .map(({ size, at }) => readBlock(generator.generate(at, size)).x!);
        expect(backwards.reverse().flat()).toEqual(alone);
      }),
      { numRuns: 100 },
    );
  },
);

test("tables of different names are independent of each other under one seed, and so are their columns", () => {
  const number = { kind: "number", min: 0, max: 2 ** 31 } as const;
  const types = { x: "UInt32", y: "UInt32" };
  const one = rowsOf(specOf({ x: number, y: number }), types);
  const other = rowsOf(specOf({ x: number, y: number }, { name: "u" }), types);
  for (const [a, b] of [
    [one.x!, one.y!],
    [one.x!, other.x!],
  ]) {
    const agree = a!.filter((value, i) => Number(value) < 2 ** 30 === Number(b![i]) < 2 ** 30).length;
    expect(Math.abs(agree - 500)).toBeLessThan(80);
  }
});

test("another generator is another stream; another column, and who chose it, is not", () => {
  const versions = (columns: Record<string, Generator>) =>
    streamVersions(
      Object.keys(columns).map((name) => column(name, "UInt32")),
      specDomain(specOf(columns), () => undefined),
    );
  const x = { kind: "number", min: 0, max: 9 } as const;
  const before = versions({ x })["t/x"];
  expect(versions({ x: { max: 9, min: 0, kind: "number" }, y: x })["t/x"]).toBe(before);
  expect(versions({ x: { ...x, max: 10 } })["t/x"]).not.toBe(before);
});

test("every vocabulary has words, each once", () => {
  for (const name of VOCABULARIES) {
    const words = wordsOf(name);
    expect([name, words.length > 1, new Set(words).size]).toEqual([name, true, words.length]);
  }
});
