import { imagesDomain } from "../../app/domains/images/images-domain";
import fc from "fast-check";
import { Refusal } from "../../app/errors";
import { nullsOf } from "../../app/model/types/column-values";
import { createRowGenerator } from "../../app/rows/row-generator";
import { column, DEFAULT_MODEL } from "./default-model";
import { anyFirstId, anyModel, anySeed, OTHER_MODEL } from "./models";
import { readBlock } from "./read-block";

const range = anyModel.chain((model) =>
  fc.tuple(anySeed, fc.constant(model), anyFirstId(model), fc.integer({ min: 1, max: 200 })),
);

test("a block is its rows made one by one, in any order", () => {
  fc.assert(
    fc.property(range, fc.func(fc.nat()), ([seed, model, first, rows], order) => {
      const block = readBlock(createRowGenerator(seed, model, imagesDomain).generate(first, rows));
      const alone = createRowGenerator(seed, model, imagesDomain);
      const numbers = Array.from({ length: rows }, (_, i) => i).sort((a, b) => order(a) - order(b));
      for (const i of numbers) {
        const row = readBlock(alone.generate(first + i, 1));
        for (const { name } of model) expect([name, i, row[name]![0]]).toEqual([name, i, block[name]![i]]);
      }
    }),
    { numRuns: 25 },
  );
});

test("blocks of any sizes, from one generator or several, make the same rows", () => {
  fc.assert(
    fc.property(
      range,
      fc.array(fc.integer({ min: 1, max: 70 }), { maxLength: 8 }),
      ([seed, model, first, rows], sizes) => {
        const whole = readBlock(createRowGenerator(seed, model, imagesDomain).generate(first, rows));
        const generator = createRowGenerator(seed, model, imagesDomain);
        let at = 0;
        for (const size of [...sizes, rows]) {
          const part = Math.min(size, rows - at);
          if (part === 0) break;
          const block = readBlock(generator.generate(first + at, part));
          for (const { name } of model) expect(block[name]).toEqual(whole[name]!.slice(at, at + part));
          at += part;
        }
      },
    ),
    { numRuns: 40 },
  );
});

test("a block of several ranges has their rows, one range after another", () => {
  fc.assert(
    fc.property(
      range,
      fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(70)), { minLength: 1, maxLength: 30 }),
      ([seed, model, first, rows], parts) => {
        const generator = createRowGenerator(seed, model, imagesDomain);
        const whole = readBlock(generator.generate(first, rows));
        let next = 0;
        const ranges = parts.flatMap(([count, gap]) => {
          const [from, taken] = [next, Math.min(count, rows - next)];
          next += count + gap;
          return taken > 0 ? [{ first: first + from, rows: taken }] : [];
        });
        const block = readBlock(generator.generateRanges(ranges));
        const places = ranges.flatMap((part) =>
          Array.from({ length: part.rows }, (_, i) => part.first - first + i),
        );
        for (const { name } of model) expect(block[name]).toEqual(places.map((i) => whole[name]![i]));
      },
    ),
    { numRuns: 40 },
  );
});

test("columns that come, go or move change no other column", () => {
  fc.assert(
    fc.property(range, ([seed, part, first, rows]) => {
      const full = part.every((c) => DEFAULT_MODEL.includes(c)) ? DEFAULT_MODEL : OTHER_MODEL;
      const isPart = part.every((c) => full.includes(c));
      fc.pre(isPart);
      const expected = readBlock(createRowGenerator(seed, full, imagesDomain).generate(first, rows));
      const block = createRowGenerator(seed, part, imagesDomain).generate(first, rows);
      expect(block.columns.map(({ name }) => name)).toEqual(part.map(({ name }) => name));
      for (const [name, values] of Object.entries(readBlock(block))) expect(values).toEqual(expected[name]);
    }),
    { numRuns: 40 },
  );
});

test("the type of one column changes no other column", () => {
  const values = readBlock(createRowGenerator("42", DEFAULT_MODEL, imagesDomain).generate(1, 300));
  for (const changed of OTHER_MODEL) {
    const model = DEFAULT_MODEL.map((c) => (c.name === changed.name ? changed : c));
    const others = readBlock(createRowGenerator("42", model, imagesDomain).generate(1, 300));
    for (const { name } of DEFAULT_MODEL)
      if (name !== changed.name) expect(others[name]).toEqual(values[name]);
  }
});

test("another seed makes other rows", () => {
  fc.assert(
    fc.property(anySeed, anySeed, (a, b) => {
      fc.pre(a !== b);
      const [one, two] = [a, b].map((seed) =>
        readBlock(createRowGenerator(seed, DEFAULT_MODEL, imagesDomain).generate(1, 100)),
      );
      for (const name of [
        "author",
        "caption",
        "site_image_id",
        "keyword_ids",
        "upload_date",
        "hsv_cluster",
      ]) {
        expect(one![name]).not.toEqual(two![name]);
      }
    }),
    { numRuns: 20 },
  );
});

test("a block names its range, and its arrays have its size", () => {
  const generator = createRowGenerator("42", DEFAULT_MODEL, imagesDomain);
  generator.generate(1, 50);
  const block = generator.generate(7, 20);
  expect([block.firstRow, block.rows]).toEqual([7, 20]);
  for (const { values } of block.columns) {
    if (values.kind === "number") expect(values.values).toHaveLength(20);
    if (values.kind === "dictionary") expect(values.indexes).toHaveLength(20);
    if (values.kind === "string" || values.kind === "array") {
      expect(values.offsets).toHaveLength(21);
      expect(values.offsets[0]).toBe(0);
    }
    const nulls = nullsOf(values);
    if (nulls) expect(nulls).toHaveLength(20);
  }
});

test("a dictionary is the same object in every block, also after a larger one", () => {
  const generator = createRowGenerator("42", DEFAULT_MODEL, imagesDomain);
  const dictionaries = [generator.generate(1, 5), generator.generate(6, 50)].map((block) =>
    block.columns.map(({ values }) => (values.kind === "dictionary" ? values.dictionary : undefined)),
  );
  expect(dictionaries[0]!.filter(Boolean)).toHaveLength(5);
  dictionaries[0]!.forEach((dictionary, i) => expect(dictionaries[1]![i]).toBe(dictionary));
});

test.each([
  [1, 0],
  [1, -1],
  [1, 1.5],
  [1, 100_001],
  [-1, 1],
  [0.5, 1],
  [Number.NaN, 1],
  [2 ** 32 - 1, 2],
  [2 ** 32, 1],
  [2 ** 53, 1],
])("ids from %d, %d rows: refused", (first, rows) => {
  expect(() => createRowGenerator("42", DEFAULT_MODEL, imagesDomain).generate(first, rows)).toThrow(
    RangeError,
  );
});

test("the last id of the type can be made", () => {
  expect(
    readBlock(createRowGenerator("42", DEFAULT_MODEL, imagesDomain).generate(2 ** 32 - 1, 1)).image_id,
  ).toEqual([2 ** 32 - 1]);
});

test("a key that can't be filled is refused by name and type, and another column left to the server", () => {
  expect(() => createRowGenerator("42", [column("image_id", "UUID")], imagesDomain)).toThrow(Refusal);
  expect(() => createRowGenerator("42", [column("image_id", "UUID")], imagesDomain)).toThrow(
    /image_id.*UUID/,
  );
  const model = [...DEFAULT_MODEL, column("extra", "Variant(String, UInt8)")];
  expect(createRowGenerator("42", model, imagesDomain).columns).toEqual(DEFAULT_MODEL);
});
