import fc from "fast-check";
import { columnByType } from "../../app/domains/inferred/by-type";
import { coverColumns } from "../../app/rows/column-coverage";
import { upTo } from "../../app/model/types/shape";
import type { Domain } from "../../app/rows/domain";
import type { Factors } from "../../app/rows/factors";
import { stateAt } from "../../app/rows/random/counters";
import { draw } from "../../app/rows/random/mix";
import { even } from "../../app/rows/random/shapes";
import { createRowGenerator } from "../../app/rows/row-generator";
import { streamVersions } from "../../app/rows/stream-versions";
import { modelOf } from "./default-model";
import { readBlock } from "./read-block";

/** A domain that has nothing of images: throws of a die. */
const throws: Domain = {
  source: "throws",
  name: "throws",
  key: "throw no.",
  otherColumn: columnByType,
  columns: new Map([
    [
      "face",
      {
        shape: upTo(6),
        create(factors: Factors) {
          const base = factors.streams.base("face", 3);
          const values = new Uint8Array(factors.capacity);
          const fill = (rows: number): void => {
            for (let i = 0; i < rows; i++) values[i] = 1 + even(draw(stateAt(base, factors.rows, i), 0), 6);
          };
          return { values, fill };
        },
      },
    ],
  ]),
};

const MODEL = modelOf(`
  face UInt8
  note String
`);
const KEY = { ...modelOf("key UInt16")[0]!, name: "throw no." };
const WHOLE = [KEY, ...MODEL];

test("the engine knows a domain's columns and key, and fills the rest by type", () => {
  expect(coverColumns(WHOLE, throws)).toEqual({
    filled: WHOLE,
    compared: WHOLE,
    leftToServer: [],
    unfillable: [],
    unknown: ["note"],
    impossible: [],
  });
  expect(streamVersions(WHOLE, throws)).toEqual({ "column/note": 2, face: 3 });
  expect(() => createRowGenerator("42", WHOLE, throws).generate(65_530, 7)).toThrow(RangeError);
});

test("a key that is no integer is impossible, whatever its name", () => {
  const key = { ...modelOf("key UUID")[0]!, name: "throw no." };
  expect(coverColumns([key], throws).impossible).toEqual([key]);
});

test("rows are the same whatever the blocks, and the other columns", () => {
  const blocks = fc.record({
    seed: fc.string({ minLength: 1 }),
    first: fc.nat(60_000),
    sizes: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 }),
  });
  fc.assert(
    fc.property(blocks, ({ seed, first, sizes }) => {
      const rows = sizes.reduce((sum, size) => sum + size, 0);
      const whole = readBlock(createRowGenerator(seed, WHOLE, throws).generate(first, rows));
      expect(whole["throw no."]).toEqual(Array.from({ length: rows }, (_, i) => first + i));
      const alone = createRowGenerator(seed, [MODEL[0]!], throws);
      let next = first;
      const faces = sizes.flatMap((size) => {
        const block = readBlock(alone.generate(next, size));
        next += size;
        return block.face!;
      });
      expect(faces).toEqual(whole.face);
    }),
    { numRuns: 50 },
  );
});
