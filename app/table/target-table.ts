import type { ClickHouseClient } from "@clickhouse/client";
import type { Column, Model } from "../model/column";
import { modelFromServer, type ServerColumn } from "../model/model-from-server";
import { select } from "../server/select";
import { defaultDeduplicationWindow } from "../server/server-facts";
import { readTableEngine, splitList } from "./table-engine";
import type { TableName } from "../server/table-name";

/** What the server says of the table to fill. */
export interface TargetTable {
  readonly name: TableName;
  readonly model: Model;
  /** E.g. `ReplacingMergeTree`, and with parameters, keys and settings. */
  readonly engine: string;
  readonly engineFull: string;
  /** The expressions of ORDER BY in their order; names unquoted. */
  readonly sortingKey: readonly string[];
  /** `""` where the table is not partitioned. */
  readonly partitionKey: string;
  readonly hasRowTtl: boolean;
  /** The version column of a replacing engine. */
  readonly versionColumn: string | undefined;
  /** The column `image_id`, where there is one. */
  readonly imageId: Column | undefined;
  /**
   * The largest id that `image_id` can hold, at most `Number.MAX_SAFE_INTEGER`; `undefined` where it is
   * missing or no integer.
   */
  readonly largestImageId: number | undefined;
  /** Insert blocks whose tokens are remembered (`non_replicated_deduplication_window`); 0: none. */
  readonly deduplicationWindow: number;
  /**
   * Why the table can't be filled exactly, one clause per reason, e.g. "it has a row TTL, which ..."; empty
   * where it can.
   */
  readonly obstacles: readonly string[];
}

/** Reads the table's definition; `undefined` where there is no such table, or none that this user may see. */
export async function readTargetTable(
  client: ClickHouseClient,
  name: TableName,
): Promise<TargetTable | undefined> {
  const [table] = await select<{
    engine: string;
    engine_full: string;
    sorting_key: string;
    partition_key: string;
  }>(
    client,
    `SELECT engine, engine_full, sorting_key, partition_key FROM system.tables
      WHERE database = {database:String} AND name = {table:String}`,
    { ...name },
  );
  if (table === undefined) return undefined;
  const columns = await select<ServerColumn>(
    client,
    `SELECT name, type, default_kind FROM system.columns
      WHERE database = {database:String} AND table = {table:String} ORDER BY position`,
    { ...name },
  );
  const model = modelFromServer(columns);
  const engine = readTableEngine(table.engine, table.engine_full);
  const sortingKey = splitList(table.sorting_key);
  const imageId = model.find((column) => column.name === "image_id");
  return {
    name,
    model,
    engine: table.engine,
    engineFull: table.engine_full,
    sortingKey,
    partitionKey: table.partition_key,
    hasRowTtl: engine.hasRowTtl,
    versionColumn: engine.versionColumn,
    imageId,
    largestImageId: largestId(imageId),
    deduplicationWindow: engine.deduplicationWindow ?? (await defaultDeduplicationWindow(client)),
    obstacles: obstacles(engine.family, sortingKey, engine.hasRowTtl),
  };
}

function largestId(column: Column | undefined): number | undefined {
  if (column?.type.kind !== "integer") return undefined;
  const { bits, signed } = column.type;
  return Math.min(2 ** (signed ? bits - 1 : bits) - 1, Number.MAX_SAFE_INTEGER);
}

function obstacles(family: string, sortingKey: readonly string[], hasRowTtl: boolean): string[] {
  const found: string[] = [];
  if (family === "ReplacingMergeTree") {
    if (!sortingKey.includes("image_id")) {
      found.push(
        "it is a ReplacingMergeTree whose ORDER BY lacks image_id, so rows of different ids replace each other",
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
