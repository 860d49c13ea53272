import type { ClickHouseClient } from "@clickhouse/client";
import type { Model } from "../model/column";
import { modelFromServer, type ServerColumn } from "../model/model-from-server";
import type { TableFacts } from "../model/table-facts";
import { shellWord } from "../request/shell-word";
import type { Domain } from "../rows/domain";
import { select } from "../server/select";
import { columnsWithTtl } from "./column-ttls";
import { distributedOver, readTableEngine, splitList } from "./table-engine";
import type { Spread } from "./shards";
import { type KeyedTable, tableKey } from "./table-key";
import type { TableName } from "../server/table-name";

/** What the server says of the table to fill. */
export interface TargetTable extends KeyedTable {
  /** What was read, from which all of this follows together with the domain. */
  readonly definition: TableDefinition;
  /** What its rows mean. */
  readonly domain: Domain;
  readonly model: Model;
  /** E.g. `ReplacingMergeTree`, and with parameters, keys and settings. */
  readonly engine: string;
  readonly engineFull: string;
  /** The expressions of ORDER BY in their order; names unquoted. */
  readonly sortingKey: readonly string[];
  /** The materialized views that each insert feeds, as `database.view`. */
  readonly views: readonly string[];
  /** `""` where the table is not partitioned. */
  readonly partitionKey: string;
  readonly hasRowTtl: boolean;
  /** The version column of a replacing engine. */
  readonly versionColumn: string | undefined;
  /**
   * Why the table can't be filled exactly, one clause per reason, e.g. "it has a row TTL, which ..."; empty
   * where it can.
   */
  readonly obstacles: readonly string[];
}

/** What the server says of a table, before it is known what its rows mean. */
export interface TableDefinition extends Spread {
  readonly name: TableName;
  readonly facts: TableFacts;
  readonly engine: string;
  readonly engineFull: string;
  readonly views: readonly string[];
  readonly partitionKey: string;
}

/** {@link readTableDefinition} and {@link targetTable} in one. */
export async function readTargetTable(
  client: ClickHouseClient,
  name: TableName,
  domainOf: (facts: TableFacts) => Domain,
): Promise<TargetTable | undefined> {
  const definition = await readTableDefinition(client, name);
  return definition && targetTable(definition, domainOf(definition.facts));
}

/** Reads the table's definition; `undefined` where there is no such table, or none that this user may see. */
export async function readTableDefinition(
  client: ClickHouseClient,
  name: TableName,
): Promise<TableDefinition | undefined> {
  const [[table], columns] = await Promise.all([
    select<{
      engine: string;
      engine_full: string;
      sorting_key: string;
      primary_key: string;
      partition_key: string;
      create_table_query: string;
      views: string[];
    }>(
      client,
      `SELECT engine, engine_full, sorting_key, primary_key, partition_key, create_table_query,
          arrayMap((d, t) -> d || '.' || t, dependencies_database, dependencies_table) AS views
        FROM system.tables
        WHERE database = {database:String} AND name = {table:String}`,
      { ...name },
    ),
    select<ServerColumn & { readonly comment: string }>(
      client,
      `SELECT name, type, default_kind, comment FROM system.columns
        WHERE database = {database:String} AND table = {table:String} ORDER BY position`,
      { ...name },
    ),
  ]);
  if (table === undefined) return undefined;
  const expiring = columnsWithTtl(table.create_table_query);
  const engine = readTableEngine(table.engine, table.engine_full);
  const model = modelFromServer(columns).map((column) => ({
    ...column,
    ...(expiring.has(column.name) ? { expires: true } : {}),
    ...(column.name === engine.deletedColumn ? { marksDeleted: true } : {}),
  }));
  const comments = Object.fromEntries(
    columns.filter(({ comment }) => comment !== "").map(({ name, comment }) => [name, comment]),
  );
  return {
    name,
    facts: {
      name: name.table,
      model,
      comments,
      sortingKey: splitList(table.sorting_key),
      primaryKey: splitList(table.primary_key),
      replaces: engine.family === "ReplacingMergeTree",
    },
    engine: table.engine,
    engineFull: table.engine_full,
    views: table.views,
    partitionKey: table.partition_key,
  };
}

/** The table, once it is known what its rows mean. */
export function targetTable(definition: TableDefinition, domain: Domain): TargetTable {
  const { name, facts, engine, engineFull, views, partitionKey, shards, shardedBy } = definition;
  const { model, sortingKey } = facts;
  const { family, hasRowTtl, versionColumn } = readTableEngine(engine, engineFull);
  return {
    definition,
    shards,
    shardedBy,
    name,
    key: tableKey(model, domain),
    model,
    domain,
    engine,
    engineFull,
    sortingKey,
    views,
    partitionKey,
    replicated: engine.startsWith("Replicated"),
    hasRowTtl,
    versionColumn,
    obstacles: obstacles(definition, family, domain.key, hasRowTtl),
  };
}

function obstacles(
  { facts: { sortingKey }, engine, engineFull }: TableDefinition,
  family: string,
  key: string,
  hasRowTtl: boolean,
): string[] {
  const found: string[] = [];
  const over = distributedOver(engine, engineFull);
  if (over !== undefined) {
    const key =
      over.shardingKey === undefined ? "" : ` --sharding-key ${shellWord(over.shardingKey, Infinity)}`;
    return [
      `it is Distributed, and its rows lie in ${over.local} of the shards of cluster ${over.cluster}: fill these with --table ${over.local} --cluster ${over.cluster}${key}`,
    ];
  }
  if (family === "ReplacingMergeTree") {
    if (!sortingKey.includes(key)) {
      found.push(
        `it is a ReplacingMergeTree whose ORDER BY lacks ${key}, so rows of different ids replace each other`,
      );
    }
  } else if (family.endsWith("MergeTree") && family !== "MergeTree") {
    found.push(`its engine ${family} merges rows into others`);
  } else if (family !== "MergeTree") {
    found.push(
      `its engine ${family} is not of the MergeTree family, so rows can't be counted and removed by range`,
    );
  }
  if (hasRowTtl) found.push("it has a row TTL, which removes rows over time");
  return found;
}
