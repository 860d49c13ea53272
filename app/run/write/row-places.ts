import { type Range, rowsOf } from "../../plan/range";
import { shardOf } from "../../plan/shards";
import { shardsOfRows } from "../../table/sharding-key";
import { clientsOf } from "../../table/shards";
import type { RunOptions } from "../session/run-options";
import type { BatchThreads } from "./threads/batch-threads";

/** Rows that go to one shard. */
export interface Part {
  /** The shard's number, from 0. */
  readonly shard: number;
  /** Sorted and disjoint. */
  readonly ranges: readonly Range[];
}

/** Says which shard rows go to. */
export interface RowPlaces {
  /** @param ranges sorted and disjoint, on one shard where they take turns, at most `MAX_BLOCK_ROWS` rows in all */
  partsOf(ranges: readonly Range[]): Promise<readonly Part[]>;
}

/** @param threads of a task that names the key's columns as `placedBy` */
export function rowPlaces(
  { client, table }: Pick<RunOptions, "client" | "table">,
  threads: Pick<BatchThreads, "placedBy" | "values">,
): RowPlaces {
  const { shardedBy } = table;
  const clients = clientsOf(client, table);
  if (shardedBy === undefined)
    return {
      partsOf: async (ranges) => [{ shard: shardOf(ranges[0]!.first, clients.length), ranges }],
    };
  let asked = 0;
  return {
    async partsOf(ranges) {
      const values = await threads.values(ranges);
      // Any server will do: so each has a like share of the work.
      const at = clients[asked++ % clients.length]!;
      const shards = await shardsOfRows(at, shardedBy, threads.placedBy, values);
      if (shards.length !== rowsOf(ranges))
        throw new Error(`${shards.length} rows have a shard, but ${rowsOf(ranges)} were asked for`);
      return partsBy(shards, ranges, clients.length);
    },
  };
}

/** @param shards of each row of the ranges, in their order */
function partsBy(shards: readonly number[], ranges: readonly Range[], count: number): Part[] {
  const parts = Array.from({ length: count }, (_, shard) => ({
    shard,
    ranges: [] as { first: number; rows: number }[],
  }));
  let i = 0;
  for (const { first, rows } of ranges)
    for (let row = first; row < first + rows; row++) {
      const { ranges: own } = parts[shards[i++]!]!;
      const last = own[own.length - 1];
      if (last !== undefined && last.first + last.rows === row) last.rows++;
      else own.push({ first: row, rows: 1 });
    }
  return parts.filter((part) => part.ranges.length > 0);
}
