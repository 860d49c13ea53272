import type { ClickHouseClient } from "@clickhouse/client";
import { EnvironmentFailure, Refusal } from "../errors";
import { address } from "../server/connection";
import type { TableName } from "../server/table-name";
import type { Spread } from "./shards";
import { readTableDefinition, type TableDefinition } from "./target-table";

/**
 * The table's definition, which is the same on each of its shards.
 * @returns `undefined` where no server has the table
 * @throws EnvironmentFailure `table-missing` where a shard lacks it; Refusal `shards-differ`
 */
export async function readSpreadDefinition(
  { client, shards }: Spread & { readonly client: ClickHouseClient },
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
        `The table ${where} has other columns, keys or another engine than on other shards: make them alike`,
      );
  }
  return { ...first, shards };
}

/** What has to be the same; a replicated engine's parameters name the shard. */
function shapeOf({ facts, engine, partitionKey }: TableDefinition): string {
  return JSON.stringify([facts, engine, partitionKey]);
}
