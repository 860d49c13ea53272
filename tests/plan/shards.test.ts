import fc from "fast-check";
import { pieces, type Range, rowsOf } from "../../app/plan/range";
import { onOneShard, ROWS_IN_TURN, shardOf, takingTurns } from "../../app/plan/shards";

const shards = fc.integer({ min: 1, max: 7 });
const range = fc.record({
  first: fc.oneof(
    fc.integer({ min: 1, max: 1_000_000 }),
    fc.integer({ min: 2 ** 52, max: 2 ** 52 + 10 ** 6 }),
  ),
  rows: fc.integer({ min: 1, max: 2_000_000 }),
});

const lastOf = ({ first, rows }: Range) => first + rows - 1;

it("gives each shard as many rows in its turn as the largest insert has", () => {
  const turns = [0, 1, 2, 3].map((turn) => 1 + turn * ROWS_IN_TURN);
  expect(turns.map((first) => shardOf(first, 3))).toEqual([0, 1, 2, 0]);
  expect(turns.map((first) => shardOf(first + ROWS_IN_TURN - 1, 3))).toEqual([0, 1, 2, 0]);
});

it("cuts ranges where the turn changes, and nowhere else", () => {
  fc.assert(
    fc.property(range, shards, (whole, count) => {
      const cut = [...onOneShard([whole], count)];
      expect(rowsOf(cut)).toBe(whole.rows);
      cut.forEach((piece, i) => {
        expect(shardOf(piece.first, count)).toBe(shardOf(lastOf(piece), count));
        if (i === 0) return expect(piece.first).toBe(whole.first);
        expect(piece.first).toBe(lastOf(cut[i - 1]!) + 1);
        expect(shardOf(piece.first, count)).toBe((shardOf(piece.first - 1, count) + 1) % count);
      });
      if (count === 1) expect(cut).toEqual([whole]);
    }),
  );
});

it("lets the shards take turns with all pieces, so that none waits for a whole turn of another", () => {
  fc.assert(
    fc.property(range, shards, fc.integer({ min: 5_000, max: 200_000 }), (whole, count, size) => {
      const cut = [...pieces(onOneShard([whole], count), size)];
      const dealt = [...takingTurns(cut, count)];
      expect([...dealt].sort((a, b) => a.first - b.first)).toEqual(cut);
    }),
  );
  const cut = pieces(onOneShard([{ first: 1, rows: 4 * ROWS_IN_TURN }], 2), 10_000);
  const order = [...takingTurns(cut, 2)].map(({ first }) => shardOf(first, 2));
  expect(order).toEqual(order.map((_, i) => i % 2));
});
