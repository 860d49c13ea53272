import type { ClickHouseClient } from "@clickhouse/client";
import { quoteIdentifier } from "../model/quoting";
import { permitted } from "../server/permitted";
import { select } from "../server/select";
import { quoteTable, type TableName } from "../server/table-name";
import { clientsOf, type Spread } from "./shards";

export interface TableSizes {
  readonly rows: number;
  /**
   * The columns' bytes before compression, as `system.parts` has them for the active parts; `undefined` where
   * the user may not read it.
   */
  readonly uncompressedBytes: number | undefined;
  readonly diskBytes: number | undefined;
}

/** A table, and where its rows lie. */
interface SpreadTable extends Spread {
  readonly name: TableName;
}

/**
 * What the table holds and takes now, on all shards together. Rows that were deleted count in bytes until they are
 * merged away.
 */
export async function tableSizes(client: ClickHouseClient, table: SpreadTable): Promise<TableSizes> {
  return { rows: await countRows(client, table), ...(await tableBytes(client, table)) };
}

/** The bytes of {@link tableSizes}. */
export async function tableBytes(
  client: ClickHouseClient,
  table: SpreadTable,
): Promise<Pick<TableSizes, "uncompressedBytes" | "diskBytes">> {
  const found = await Promise.all(clientsOf(client, table).map((at) => bytesOn(at, table.name)));
  return { uncompressedBytes: total(found, "uncompressedBytes"), diskBytes: total(found, "diskBytes") };
}

/** `undefined` where one of them is. */
function total<Field extends string>(
  found: readonly Readonly<Record<Field, number | undefined>>[],
  field: Field,
): number | undefined {
  return found.reduce<number | undefined>(
    (sum, { [field]: bytes }) => (sum === undefined || bytes === undefined ? undefined : sum + bytes),
    0,
  );
}

async function bytesOn(
  client: ClickHouseClient,
  name: TableName,
): Promise<Pick<TableSizes, "uncompressedBytes" | "diskBytes">> {
  const parts = await permitted(() =>
    select<{ uncompressed: string; disk: string }>(
      client,
      `SELECT sum(data_uncompressed_bytes) AS uncompressed, sum(bytes_on_disk) AS disk FROM system.parts
      WHERE active AND database = {database:String} AND table = {table:String}`,
      { ...name },
    ),
  );
  return {
    uncompressedBytes: parts && Number(parts[0]!.uncompressed),
    diskBytes: parts && Number(parts[0]!.disk),
  };
}

/** Whether there is a table of that name that this user may see. */
export async function tableExists(client: ClickHouseClient, name: TableName): Promise<boolean> {
  const found = await select<unknown>(
    client,
    "SELECT 1 FROM system.tables WHERE database = {database:String} AND name = {table:String}",
    { ...name },
  );
  return found.length > 0;
}

/** The table's rows on all shards, doubles included. */
export async function countRows(client: ClickHouseClient, table: SpreadTable): Promise<number> {
  const count = async (at: ClickHouseClient) => {
    const query = `SELECT count() AS rows FROM ${quoteTable(table.name)}`;
    return Number((await select<{ rows: string }>(at, query))[0]!.rows);
  };
  const rows = await Promise.all(clientsOf(client, table).map(count));
  return rows.reduce((sum, some) => sum + some, 0);
}

/**
 * Free bytes on the local disks that the table's storage policy uses; of several shards as if each had what the
 * fullest has, since all get the same. `undefined` where the user may not see them or one of them has no limit
 * (object storage).
 */
export async function freeBytes(client: ClickHouseClient, table: SpreadTable): Promise<number | undefined> {
  const found = await Promise.all(clientsOf(client, table).map((at) => freeOn(at, table.name)));
  const limited = found.filter((free) => free !== undefined);
  return limited.length === 0 ? undefined : found.length * Math.min(...limited);
}

async function freeOn(client: ClickHouseClient, name: TableName): Promise<number | undefined> {
  const disks = await permitted(() =>
    select<{ free: string; type: string }>(
      client,
      `SELECT toString(free_space) AS free, type FROM system.disks WHERE name IN (
        SELECT arrayJoin(disks) FROM system.storage_policies WHERE policy_name = (
          SELECT storage_policy FROM system.tables WHERE database = {database:String} AND name = {table:String}))`,
      { ...name },
    ),
  );
  if (disks === undefined || disks.length === 0 || disks.some((disk) => disk.type.toLowerCase() !== "local"))
    return undefined;
  return disks.reduce((sum, disk) => sum + Number(disk.free), 0);
}

export interface InsertUnderWay {
  readonly queryId: string;
  readonly user: string;
  readonly elapsedSeconds: number;
}

/**
 * Inserts that this server is working on, that name the table, and that began before a time.
 * @param before milliseconds since 1970 by the server's clock, see `serverNow`
 * @returns `undefined` where the user may not see them. Without the right to see other users' queries a
 * server shows only the user's own.
 */
export async function insertsUnderWay(
  client: ClickHouseClient,
  name: TableName,
  before: number,
): Promise<InsertUnderWay[] | undefined> {
  return permitted(() =>
    select<InsertUnderWay>(
      client,
      `SELECT query_id AS queryId, user, elapsed AS elapsedSeconds FROM system.processes
        WHERE query_kind = 'Insert' AND (position(query, {table:String}) > 0 OR position(query, {quoted:String}) > 0)
          AND toUnixTimestamp64Milli(now64(3)) - 1000 * elapsed < {before:Float64}`,
      { table: name.table, quoted: quoteIdentifier(name.table), before },
    ),
  );
}

/** Mutations of the table that remove rows and are not done; `undefined` where the user may not see them. */
export async function removalsUnderWay(
  client: ClickHouseClient,
  name: TableName,
): Promise<number | undefined> {
  const found = await permitted(() =>
    select<{ n: string }>(
      client,
      `SELECT count() AS n FROM system.mutations WHERE database = {database:String} AND table = {table:String}
        AND NOT is_done AND (command ILIKE '%DELETE%' OR command LIKE '%_row_exists%')`,
      { ...name },
    ),
  );
  return found && Number(found[0]!.n);
}
