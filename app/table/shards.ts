import type { ClickHouseClient } from "@clickhouse/client";
import type { Range } from "../plan/range";
import { onOneShard, type ShardingKey, shardOf } from "../plan/shards";
import { address, type Connection } from "../server/connection";

/** A server that has every so many rows of a table. */
export interface Shard {
  readonly connection: Connection;
  readonly client: ClickHouseClient;
}

/** Where a table's rows lie. */
export interface Spread {
  /** In the order of the cluster; default: all rows are on one server, whose client is given as well. */
  readonly shards?: readonly Shard[] | undefined;
  /** By which a row finds its shard; default: the shards take turns, by row number. */
  readonly shardedBy?: ShardingKey | undefined;
}

/** The clients of all servers that have rows of the table. */
export function clientsOf(client: ClickHouseClient, { shards }: Spread): readonly ClickHouseClient[] {
  return shards?.map((shard) => shard.client) ?? [client];
}

/** How many shards take turns: then a row's number says where it lies. */
export function turnsOf({ shards, shardedBy }: Spread): number {
  return shardedBy === undefined ? (shards?.length ?? 1) : 1;
}

/** The clients of the servers that may have a row. */
export function clientsAt(
  client: ClickHouseClient,
  spread: Spread,
  row: number,
): readonly ClickHouseClient[] {
  const all = clientsOf(client, spread);
  const turns = turnsOf(spread);
  return turns === 1 ? all : [all[shardOf(row, turns)]!];
}

/** The addresses of the shards, in their order; `undefined` where there are none. */
export function addressesOf({ shards }: Spread): string[] | undefined {
  return shards?.map(({ connection }) => address(connection));
}

/** Which of the shards these are, as a message has it behind a table's name; "" where the table is not spread. */
export function onAddresses({ shards }: Spread, clients: readonly ClickHouseClient[]): string {
  const named = (shards ?? []).filter(({ client }) => clients.includes(client));
  return named.length === 0 ? "" : ` on ${named.map(({ connection }) => address(connection)).join(", ")}`;
}

/**
 * Asks the servers that may have them about ranges: each shard about its own where the shards take turns, otherwise
 * all of them about all.
 * @param items sorted; where shards take turns, each range lies on one
 * @param ask is given the servers whose answers add up
 * @returns the answers, sorted
 * @throws RangeError where a range lies on several shards that take turns
 */
export async function byShard<
  Item extends { readonly range: Range },
  Answer extends { readonly range: Range },
>(
  client: ClickHouseClient,
  spread: Spread,
  items: readonly Item[],
  ask: (clients: readonly ClickHouseClient[], own: readonly Item[]) => Promise<Answer[]>,
): Promise<Answer[]> {
  const turns = turnsOf(spread);
  const clients = clientsOf(client, spread);
  if (turns === 1) return ask(clients, items);
  const own: Item[][] = clients.map(() => []);
  for (const item of items) {
    if ([...onOneShard([item.range], turns)].length > 1)
      throw new RangeError(`rows ${item.range.first} + ${item.range.rows} lie on several shards`);
    own[shardOf(item.range.first, turns)]!.push(item);
  }
  const answers = await allEnded(
    clients.map(async (at, i) => (own[i]!.length === 0 ? [] : ask([at], own[i]!))),
  );
  return answers.flat().sort((a, b) => a.range.first - b.range.first);
}

/** {@link byShard} of ranges of which nothing else is known. */
export function rangesByShard<Answer extends { readonly range: Range }>(
  client: ClickHouseClient,
  spread: Spread,
  ranges: readonly Range[],
  ask: (clients: readonly ClickHouseClient[], own: readonly Range[]) => Promise<Answer[]>,
): Promise<Answer[]> {
  const items = ranges.map((range) => ({ range }));
  return byShard(client, spread, items, (clients, own) =>
    ask(
      clients,
      own.map(({ range }) => range),
    ),
  );
}

/** Nothing goes on behind the back of whoever hears of a failure. @throws the first failure, once all have ended */
export async function allEnded<T>(work: readonly Promise<T>[]): Promise<T[]> {
  return (await Promise.allSettled(work)).map((end) => {
    if (end.status === "rejected") throw end.reason;
    return end.value;
  });
}
