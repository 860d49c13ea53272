import type { Range } from "./range";

/**
 * Rows that go to one shard before the next one has its turn: the rows of the largest insert. It says for all time
 * where a row lies.
 */
export const ROWS_IN_TURN = 100_000;

/** How a Distributed table finds the shard of a row. */
export interface ShardingKey {
  /** SQL over the table's columns, of an integer type. */
  readonly expression: string;
  /** Of each shard: its share of the rows, a whole number of 0 or more. */
  readonly weights: readonly number[];
}

/** The number of the shard, from 0, that has a row: the shards take turns, by row number alone. */
export function shardOf(row: number, shards: number): number {
  return turnOf(row) % shards;
}

function turnOf(row: number): number {
  return Math.floor((row - 1) / ROWS_IN_TURN);
}

/** Cuts ranges so that each lies on one shard, lazily; with one shard nothing is cut. */
export function* onOneShard(ranges: Iterable<Range>, shards: number): Generator<Range> {
  for (const { first, rows } of ranges) {
    const end = first + rows;
    for (let from = first; from < end;) {
      const to = shards === 1 ? end : Math.min(end, (turnOf(from) + 1) * ROWS_IN_TURN + 1);
      yield { first: from, rows: to - from };
      from = to;
    }
  }
}

/** Lets the shards take turns piece by piece, so that all of them have work, lazily. @param pieces sorted, each on one shard */
export function* takingTurns(pieces: Iterable<Range>, shards: number): Generator<Range> {
  const hands = (): Range[][] => Array.from({ length: shards }, () => []);
  let [round, end] = [hands(), 0];
  for (const piece of pieces) {
    const turn = turnOf(piece.first);
    if (turn >= end) {
      yield* dealt(round);
      [round, end] = [hands(), turn + shards];
    }
    round[turn % shards]!.push(piece);
  }
  yield* dealt(round);
}

function* dealt(hands: readonly (readonly Range[])[]): Generator<Range> {
  const most = Math.max(...hands.map(({ length }) => length));
  for (let i = 0; i < most; i++) yield* hands.flatMap((hand) => hand.slice(i, i + 1));
}
