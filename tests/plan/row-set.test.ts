import fc from "fast-check";
import type { Range } from "../../app/plan/range";
import { RowSet } from "../../app/plan/row-set";

const someRange = fc.record({
  first: fc.oneof(fc.nat(200), fc.constant(2 ** 40 + 17), fc.constant(Number.MAX_SAFE_INTEGER - 500)),
  rows: fc.integer({ min: 1, max: 200 }),
});
const idsOf = (ranges: Iterable<Range>) =>
  [...ranges].flatMap(({ first, rows }) => Array.from({ length: rows }, (_, i) => first + i));

/** The words of a server's answer: bits of other row numbers may be set in them. */
function wordsOf(ids: readonly number[]): Map<number, number> {
  const words = new Map<number, number>();
  for (const id of ids) {
    const word = Math.floor(id / 32);
    words.set(word, (words.get(word) ?? 0) | (1 << (id - 32 * word)));
  }
  return words;
}

test("a set has the row numbers whose bits are set, as ranges that do not touch, and its complement the others", () => {
  fc.assert(
    fc.property(someRange, fc.func(fc.boolean()), (range, has) => {
      const all = idsOf([range]);
      const ids = all.filter((id) => has(id));
      const set = RowSet.of(range, wordsOf(ids));
      expect(idsOf(set)).toEqual(ids);
      expect(set.rows).toBe(ids.length);
      expect(idsOf(set.complement())).toEqual(all.filter((id) => !has(id)));
      expect(idsOf(set.complement().complement())).toEqual(ids);
      const ranges = [...set];
      for (const [i, { first }] of ranges.entries())
        if (i > 0) expect(first).toBeGreaterThan(ranges[i - 1]!.first + ranges[i - 1]!.rows);
    }),
  );
});

test("the set of all is one range, and its complement is empty", () => {
  fc.assert(
    fc.property(someRange, (range) => {
      expect([...RowSet.all(range)]).toEqual([range]);
      expect(RowSet.all(range).rows).toBe(range.rows);
      expect([...RowSet.all(range).complement()]).toEqual([]);
    }),
  );
});
