import type { ClickHouseClient } from "@clickhouse/client";
import { EnvironmentFailure, Refusal } from "../errors";
import { address } from "../server/connection";
import { select } from "../server/select";
import type { TableName } from "../server/table-name";
import { checkShardingKey } from "./sharding-key";
import type { Shard, Spread } from "./shards";
import { readTableEngine } from "./table-engine";
import { readTableDefinition, type TableDefinition } from "./target-table";

/**
 * The table's definition, which is the same on each of its shards.
 * @returns `undefined` where no server has the table
 * @throws EnvironmentFailure `table-missing` where a shard lacks it; Refusal `shards-differ`, `shards-same`, `sharding-key`
 */
export async function readSpreadDefinition(
  { client, shards, shardedBy }: Spread & { readonly client: ClickHouseClient },
  name: TableName,
): Promise<TableDefinition | undefined> {
  if (shards === undefined) return readTableDefinition(client, name);
  const found = await Promise.all(shards.map((shard) => readTableDefinition(shard.client, name)));
  const first = found.find((definition) => definition !== undefined);
  if (first === undefined) return undefined;
  for (const [i, definition] of found.entries()) {
    const where = `${name.database}.${name.table} on the shard at ${address(shards[i]!.connection)}`;
    if (definition === undefined)
      throw new EnvironmentFailure("table-missing", `There is no table ${where}: create it there, too`);
    if (shapeOf(definition) !== shapeOf(first))
      throw new Refusal(
        "shards-differ",
        `The table ${where} has other columns, keys, TTLs, materialized views or another engine than on the first one: make them alike`,
      );
  }
  await refuseSameServer(shards, name);
  if (shardedBy !== undefined) await checkShardingKey(client, name, first.facts.model, shardedBy);
  return { ...first, shards, shardedBy };
}

/** What has to be the same; a replicated engine's parameters name the shard. */
function shapeOf({ facts, engine, engineFull, views, partitionKey }: TableDefinition): string {
  return JSON.stringify([facts, readTableEngine(engine, engineFull), [...views].sort(), partitionKey]);
}

/**
 * One server under two names would take the rows of both for doubles of none, since each is asked for its own.
 * @throws Refusal `shards-same`
 */
async function refuseSameServer(shards: readonly Shard[], name: TableName): Promise<void> {
  const homes = await Promise.all(shards.map((shard) => homeOf(shard, name)));
  const i = homes.findIndex((home, at) => homes.indexOf(home) < at);
  if (i < 0) return;
  const [one, other] = [shards[homes.indexOf(homes[i]!)]!, shards[i]!];
  throw new Refusal(
    "shards-same",
    `--cluster: ${address(one.connection)} and ${address(other.connection)} are the same server, with the same table ${name.table}: name each shard once`,
  );
}

/** Embedded servers have no id, and tables that were created by one statement ON CLUSTER lie in like folders. */
async function homeOf({ client }: Shard, { database, table }: TableName): Promise<string> {
  const found = await select(
    client,
    `SELECT toString(serverUUID()) AS server, hostName() AS host, data_paths AS folders
      FROM system.tables WHERE database = {database:String} AND name = {table:String}`,
    { database, table },
  );
  return JSON.stringify(found);
}
