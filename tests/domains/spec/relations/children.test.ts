import fc from "fast-check";
import { Children, PARENTS_A_BLOCK } from "../../../../app/domains/spec/relations/children";

const counts = fc
  .array(fc.integer({ min: 0, max: 40 }), { minLength: PARENTS_A_BLOCK, maxLength: PARENTS_A_BLOCK })
  .filter((list) => list.some((count) => count > 0))
  .map((list) => Uint32Array.from(list));
const base = fc.integer();

test("a child's parent is the one whose children it is among, in any block and order", () => {
  fc.assert(
    fc.property(
      counts,
      base,
      fc.array(fc.nat(2 ** 31), { minLength: 1, maxLength: 50 }),
      (counts, base, rows) => {
        const children = new Children(base, counts);
        for (const row of rows) {
          const parent = children.parentOf(row);
          const first = children.before(parent);
          expect(row).toBeGreaterThanOrEqual(first);
          expect(row).toBeLessThan(first + children.of(parent));
          expect(new Children(base, counts).parentOf(row)).toBe(parent);
        }
      },
    ),
    { numRuns: 30 },
  );
});

test("rows go through the parents one after another, each with its children", () => {
  fc.assert(
    fc.property(counts, base, fc.nat(2 ** 20), (counts, base, block) => {
      const children = new Children(base, counts);
      let row = block * children.perBlock;
      const found: number[] = [];
      let wrong = false;
      for (let i = 0; i < PARENTS_A_BLOCK; i++) {
        const parent = block * PARENTS_A_BLOCK + i;
        wrong ||= children.before(parent) !== row;
        for (let left = children.of(parent); left > 0; left--) wrong ||= children.parentOf(row++) !== parent;
        found.push(children.of(parent));
      }
      expect(wrong).toBe(false);
      expect(children.before((block + 1) * PARENTS_A_BLOCK)).toBe(row);
      expect(found.sort((a, b) => a - b)).toEqual([...counts].sort((a, b) => a - b));
    }),
    { numRuns: 10 },
  );
});

test("the order differs from block to block and from stream to stream", () => {
  const children = new Children(
    1,
    Uint32Array.from({ length: PARENTS_A_BLOCK }, (_, i) => i % 7),
  );
  const other = new Children(
    2,
    Uint32Array.from({ length: PARENTS_A_BLOCK }, (_, i) => i % 7),
  );
  const order = (of: Children, block: number) =>
    Array.from({ length: PARENTS_A_BLOCK }, (_, i) => of.of(block * PARENTS_A_BLOCK + i)).join();
  expect(new Set([order(children, 0), order(children, 1), order(other, 0)]).size).toBe(3);
});

test("a look-up costs one block in order at most, at any row, and none where the block has been looked at", () => {
  fc.assert(
    fc.property(
      counts,
      base,
      fc.array(fc.integer({ min: 0, max: 2 ** 50 }), { minLength: 1, maxLength: 20 }),
      fc.infiniteStream(fc.nat(19)),
      (counts, base, rows, jumps) => {
        const children = new Children(base, counts);
        const look = (row: number): void => {
          const before = children.before(children.parentOf(row));
          expect(row - before).toBeLessThan(children.of(children.parentOf(row)));
        };
        for (const row of rows) {
          const before = children.ordered;
          look(row);
          expect(children.ordered - before).toBeLessThanOrEqual(1);
        }
        const blocks = new Set(rows.map((row) => Math.floor(row / children.perBlock)));
        for (const jump of [...jumps.take(100)]) look(rows[jump % rows.length]!);
        expect(children.ordered).toBe(blocks.size);
      },
    ),
    { numRuns: 30 },
  );
});

test("more blocks than are kept give what each gives by itself", () => {
  const counts = Uint32Array.from({ length: PARENTS_A_BLOCK }, (_, i) => i % 5);
  const children = new Children(7, counts);
  const at = (of: Children, block: number): number => of.of(block * PARENTS_A_BLOCK + 5);
  const found = Array.from({ length: 5000 }, (_, block) => at(children, block));
  for (const block of [0, 1, 2047, 2048, 2049, 4999])
    for (const of of [children, new Children(7, counts)]) expect(at(of, block)).toBe(found[block]);
});
