import type { ClickHouseClient } from "@clickhouse/client";
import type { Range } from "../plan/range";
import { onOneShard, shardOf } from "../plan/shards";
import { address, type Connection } from "../server/connection";

/** A server that has every so many rows of a table. */
export interface Shard {
  readonly connection: Connection;
  readonly client: ClickHouseClient;
}

/** Where a table's rows lie. */
export interface Spread {
  /** In the order in which they take turns; default: all rows are on one server, whose client is given as well. */
  readonly shards?: readonly Shard[] | undefined;
}

/** The clients of all servers that have rows of the table. */
export function clientsOf(client: ClickHouseClient, { shards }: Spread): readonly ClickHouseClient[] {
  return shards?.map((shard) => shard.client) ?? [client];
}

/** The client of the server that has a row. */
export function clientAt(client: ClickHouseClient, { shards }: Spread, row: number): ClickHouseClient {
  return shards === undefined ? client : shards[shardOf(row, shards.length)]!.client;
}

/** The addresses of the shards, in their turn; `undefined` where there are none. */
export function addressesOf({ shards }: Spread): string[] | undefined {
  return shards?.map(({ connection }) => address(connection));
}

/** The address of the shard that has a row; `undefined` where there are none. */
export function addressAt({ shards }: Spread, row: number): string | undefined {
  return shards && address(shards[shardOf(row, shards.length)]!.connection);
}

/**
 * Asks each shard about the ranges that it has.
 * @param items sorted; each range lies on one shard
 * @returns the answers, sorted
 * @throws RangeError where a range lies on several shards
 */
export async function byShard<
  Item extends { readonly range: Range },
  Answer extends { readonly range: Range },
>(
  client: ClickHouseClient,
  { shards }: Spread,
  items: readonly Item[],
  ask: (client: ClickHouseClient, own: readonly Item[]) => Promise<Answer[]>,
): Promise<Answer[]> {
  if (shards === undefined) return ask(client, items);
  const own: Item[][] = shards.map(() => []);
  for (const item of items) {
    if ([...onOneShard([item.range], shards.length)].length > 1)
      throw new RangeError(`rows ${item.range.first} + ${item.range.rows} lie on several shards`);
    own[shardOf(item.range.first, shards.length)]!.push(item);
  }
  // Nothing goes on behind the back of whoever hears of a failure.
  const ends = await Promise.allSettled(
    shards.map(async (shard, i) => (own[i]!.length === 0 ? [] : ask(shard.client, own[i]!))),
  );
  const answers = ends.flatMap((end) => {
    if (end.status === "rejected") throw end.reason;
    return end.value;
  });
  return answers.sort((a, b) => a.range.first - b.range.first);
}
