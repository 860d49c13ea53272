import fc from "fast-check";
import type { Column } from "../../app/model/column";
import { parseColumnType } from "../../app/model/parse-column-type";
import { addChecksums, blockChecksum } from "../../app/rows/checksum";
import { murmurHash, murmurHashWord } from "../../app/rows/murmur-hash";
import type { RowBlock } from "../../app/rows/row-block";
import { viewOf } from "../../app/rows/view-of";
import { blockOfCells, type Cell, cellOf, uint32Cell } from "../support/cells";

const column = (name: string, clickhouseType: string): Column => ({
  name,
  clickhouseType,
  ...parseColumnType(clickhouseType),
  defaultKind: "",
});

const MODEL = [
  column("image_id", "UInt32"),
  column("caption", "String"),
  column("cluster", "Nullable(UInt16)"),
  column("score", "Float32"),
  column("keywords", "Array(UInt32)"),
  column("angle", "Decimal(6, 3)"),
];

type Row = readonly Cell[];
const row = fc.tuple(...MODEL.map((c) => cellOf(c))) as unknown as fc.Arbitrary<Row>;
const blockOf = (rows: readonly Row[], model = MODEL): RowBlock =>
  blockOfCells(
    1,
    model.map((c) => [c, rows.map((cells) => cells[MODEL.indexOf(c)]!)]),
  );
const sumOf = (rows: readonly Row[], model = MODEL) => blockChecksum(blockOf(rows, model), model);

describe("the checksum of a block", () => {
  test("adds up: a block's is the sum of its parts', in any order", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.nat(30), (rows, at) => {
        const parts = [sumOf(rows.slice(at)), sumOf(rows.slice(0, at))];
        expect(addChecksums(parts)).toBe(sumOf(rows));
        expect(sumOf([...rows].reverse())).toBe(sumOf(rows));
      }),
    );
  });

  test("depends on the columns that take part, not on their order or on others in the block", () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 10 }),
        fc.shuffledSubarray(MODEL, { minLength: 1 }),
        (rows, some) => {
          expect(blockChecksum(blockOf(rows), some)).toBe(
            sumOf(
              rows,
              MODEL.filter((c) => some.includes(c)),
            ),
          );
        },
      ),
    );
  });

  test("tells the cells of two rows from the same cells exchanged", () => {
    fc.assert(
      fc.property(row, row, fc.integer({ min: 1, max: MODEL.length - 1 }), (a, b, at) => {
        const exchanged = [a.with(at, b[at]!), b.with(at, a[at]!)];
        const same =
          sumOf([a, b].map((cells) => cells.with(0, uint32Cell(0)))) ===
          sumOf(exchanged.map((cells) => cells.with(0, uint32Cell(0))));
        fc.pre(!same); // equal cells, or rows that differ in nothing else
        expect(sumOf(exchanged)).not.toBe(sumOf([a, b]));
      }),
    );
  });

  test("sees the order of an array, its length, and changes that keep its sum", () => {
    const keywords = column("keywords", "Array(UInt8)");
    const sum = (items: number[]) =>
      blockChecksum(blockOfCells(1, [[keywords, [items.map((item) => Uint8Array.of(item))]]]), [keywords]);
    const digits = [0, 1, 2, 3, 4, 5];
    const lengths: number[][][] = [[[]]];
    while (lengths.length < 5)
      lengths.push(lengths[lengths.length - 1]!.flatMap((items) => digits.map((digit) => [...items, digit])));
    const arrays = lengths.flat();
    expect(new Set(arrays.map(sum)).size).toBe(arrays.length);
  });

  test("takes the dictionary's strings for the strings themselves", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: "grapheme" }), { minLength: 1 }),
        fc.infiniteStream(fc.nat()),
        (words, picks) => {
          const indexes = Uint16Array.from([...picks.take(20)], (pick) => pick % words.length);
          const site = column("site_name", "LowCardinality(Nullable(String))");
          const nulls = Uint8Array.from(indexes, (index, i) => (index + i) % 2);
          const cells = Array.from(indexes, (index, i) =>
            nulls[i] === 1 ? null : new TextEncoder().encode(words[index]),
          );
          const dictionary: RowBlock = {
            firstRow: 1,
            rows: 20,
            columns: [{ name: site.name, values: { kind: "dictionary", dictionary: words, indexes, nulls } }],
          };
          expect(blockChecksum(dictionary, [site])).toBe(
            blockChecksum(blockOfCells(1, [[site, cells]]), [site]),
          );
        },
      ),
    );
  });

  test("reads no further than the block's rows in arrays that are used again", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 10 }), fc.nat(), (rows, cut) => {
        const some = 1 + (cut % (rows.length - 1));
        expect(blockChecksum({ ...blockOf(rows), rows: some }, MODEL)).toBe(sumOf(rows.slice(0, some)));
      }),
    );
  });

  test("of no rows is 0, also over arrays that are all empty", () => {
    expect(sumOf([])).toBe(0n);
    const deep = column("deep", "Array(Array(Array(UInt8)))");
    const block = (rows: number) => blockOfCells(1, [[deep, Array<Cell>(rows).fill([])]]);
    expect(blockChecksum(block(0), [deep])).toBe(0n);
    expect(blockChecksum(block(2), [deep])).toBe(2n * blockChecksum(block(1), [deep]));
  });

  test("keeps its value", () => {
    const block: RowBlock = {
      firstRow: 1,
      rows: 2,
      columns: [
        { name: "image_id", values: { kind: "number", values: Uint32Array.of(1, 2) } },
        { name: "score", values: { kind: "number", values: Float32Array.of(0.1234, 0) } },
        {
          name: "keywords",
          values: {
            kind: "array",
            offsets: Uint32Array.of(0, 2, 2),
            elements: { kind: "number", values: Uint32Array.of(7, 9) },
          },
        },
        {
          name: "cluster",
          values: { kind: "number", values: Uint16Array.of(5, 0), nulls: Uint8Array.of(0, 1) },
        },
      ],
    };
    expect(
      blockChecksum(
        block,
        MODEL.filter(({ name }) => block.columns.some((c) => c.name === name)),
      ),
    ).toBe(4171810776n);
  });

  test("names a column that the block lacks", () => {
    expect(() => blockChecksum({ firstRow: 1, rows: 0, columns: [] }, MODEL)).toThrow(
      "the block has no column image_id",
    );
  });
});

describe("the hash", () => {
  /** Widely published test vectors of MurmurHash3_x86_32 for seed 0. */
  test.each([
    ["", 0],
    ["hello", 0x248bfa47],
    ["hello, world", 0x149bbb7f],
    ["The quick brown fox jumps over the lazy dog", 0x2e4ff723],
  ])("of %j has the published value", (text, expected) => {
    const bytes = new TextEncoder().encode(text);
    expect(murmurHash(viewOf(bytes), 0, bytes.length) >>> 0).toBe(expected);
  });

  test("of a word is that of its bytes, wherever they stand", () => {
    fc.assert(
      fc.property(fc.integer(), fc.uint8Array({ maxLength: 5 }), (word, before) => {
        const bytes = Uint8Array.from([...before, ...uint32Cell(word >>> 0), 1]);
        expect(murmurHash(viewOf(bytes), before.length, before.length + 4)).toBe(murmurHashWord(word));
      }),
    );
  });
});
