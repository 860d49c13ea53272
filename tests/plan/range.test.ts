import fc from "fast-check";
import { batchesOf, gaps, pieces, type Range, rowsOf } from "../../app/plan/range";

const ids = (ranges: Iterable<Range>) =>
  [...ranges].flatMap(({ first, rows }) => Array.from({ length: rows }, (_, i) => first + i));
const ranges = fc
  .array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 6 })), { maxLength: 8 })
  .map((parts) => {
    let next = 0;
    return parts.map(([space, rows]) => {
      const range = { first: next + space, rows };
      next = range.first + rows;
      return range;
    });
  });

test("gaps are the ids of the whole that no range covers", () => {
  fc.assert(
    fc.property(fc.nat(10), fc.integer({ min: 1, max: 60 }), ranges, (first, rows, covered) => {
      const taken = new Set(ids(covered));
      expect(ids(gaps({ first, rows }, covered))).toEqual(
        ids([{ first, rows }]).filter((id) => !taken.has(id)),
      );
    }),
  );
});

test("batches are the same ids in order, each of the size but the last", () => {
  fc.assert(
    fc.property(ranges, fc.integer({ min: 1, max: 9 }), (whole, size) => {
      const batches = [...batchesOf(whole, size)];
      expect(ids(batches.flat())).toEqual(ids(whole));
      const sizes = batches.map(rowsOf);
      expect(sizes.slice(0, -1).every((rows) => rows === size)).toBe(true);
      if (sizes.length > 0) expect(sizes.at(-1)).toBeLessThanOrEqual(size);
      expect(sizes).not.toContain(0);
    }),
  );
});

test("pieces are the same ids in order, none larger than the size", () => {
  fc.assert(
    fc.property(ranges, fc.integer({ min: 1, max: 9 }), (whole, size) => {
      const cut = [...pieces(whole, size)];
      expect(ids(cut)).toEqual(ids(whole));
      expect(Math.max(0, ...cut.map(({ rows }) => rows))).toBeLessThanOrEqual(size);
    }),
  );
});
