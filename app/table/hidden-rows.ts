import { grouped } from "../request/whole-number";
import type { ClickHouseClient } from "@clickhouse/client";
import { Refusal } from "../errors";
import { permitted } from "../server/permitted";
import { select } from "../server/select";
import { quoteTable, type TableName } from "../server/table-name";
import { clientsOf } from "./shards";
import type { KeyedTable } from "./table-key";

/** Parts are merged meanwhile: then it looks again. */
const LOOKS = 20;
/** Replicas behind one address may have merged differently: what one look finds must be found again. */
const ALIKE = 3;

/** Every row of a part counts, whether deleted or not, and none by a projection, which keeps other numbers. */
const AS_STORED = {
  apply_deleted_mask: 0,
  optimize_use_projections: 0,
  optimize_use_implicit_projections: 0,
} as const;

/**
 * Stops where reads are filtered (a row policy, `additional_table_filters`): then rows are there that cannot be
 * counted or recognised, while a DELETE would remove them.
 * @throws Refusal `reads-filtered`
 */
export async function requireAllSeen(client: ClickHouseClient, table: KeyedTable): Promise<void> {
  const { name } = table;
  const found = await Promise.all(clientsOf(client, table).map((at) => hiddenRows(at, name)));
  const hidden = found.reduce((sum, rows) => sum + rows, 0);
  if (hidden === 0) return;
  throw new Refusal(
    "reads-filtered",
    `Reads of ${name.table} seem to be filtered: it holds ${grouped(hidden)} rows that queries of this user do not show, so its rows can't be counted, and nothing is written or removed; use a user without row policies and settings such as additional_table_filters or final, then run the same command again`,
    { table: name.table, hidden },
  );
}

/**
 * How many rows of the table's parts queries do not show: parts are compared with the rows that a query finds
 * in them. Exact whatever is inserted, deleted or merged meanwhile.
 */
export async function hiddenRows(client: ClickHouseClient, name: TableName): Promise<number> {
  let alike = 0;
  for (let look = 1; look <= LOOKS; look++) {
    const found = await byPart(client, name);
    if (found === undefined) break;
    if (found.hidden > 0 && ++alike === ALIKE) return found.hidden;
    if (found.hidden === 0 && found.whole) return 0;
  }
  return byTotal(client, name);
}

/**
 * @returns also whether all parts could be compared: one that was merged meanwhile cannot; `undefined` where the
 * user may not see the parts
 */
async function byPart(
  client: ClickHouseClient,
  name: TableName,
): Promise<{ hidden: number; whole: boolean } | undefined> {
  const before = await activeParts(client, name);
  if (before === undefined) return undefined;
  if (before.size === 0) return { hidden: 0, whole: true };
  const seen = await select<{ part: string; rows: string }>(
    client,
    `SELECT _part AS part, count() AS rows FROM ${quoteTable(name)} GROUP BY part`,
    {},
    AS_STORED,
  );
  const after = await activeParts(client, name);
  const rowsSeen = new Map(seen.map(({ part, rows }) => [part, Number(rows)]));
  // A part that is active before and after is so in between: names are not used twice.
  const same = [...before].filter(([part]) => after?.has(part));
  const hidden = same.reduce((sum, [part, rows]) => sum + rows - (rowsSeen.get(part) ?? 0), 0);
  return { hidden, whole: same.length === before.size };
}

async function activeParts(
  client: ClickHouseClient,
  name: TableName,
): Promise<Map<string, number> | undefined> {
  const parts = await permitted(() =>
    select<{ name: string; rows: string }>(
      client,
      `SELECT name, rows FROM system.parts
        WHERE active AND database = {database:String} AND table = {table:String} AND name NOT LIKE 'patch-%'`,
      { ...name },
    ),
  );
  return parts && new Map(parts.map((part) => [part.name, Number(part.rows)]));
}

/** By the table's number of rows; patches of lightweight updates count as rows there. */
async function byTotal(client: ClickHouseClient, name: TableName): Promise<number> {
  const total = async () => {
    const [table] = await select<{ rows: string | null }>(
      client,
      "SELECT total_rows AS rows FROM system.tables WHERE database = {database:String} AND name = {table:String}",
      { ...name },
    );
    return Number(table?.rows ?? 0);
  };
  const before = await total();
  const [seen] = await select<{ rows: string }>(
    client,
    `SELECT count() AS rows FROM ${quoteTable(name)}`,
    {},
    AS_STORED,
  );
  return Math.max(0, Math.min(before, await total()) - Number(seen!.rows));
}
