import type { ClickHouseClient } from "@clickhouse/client";
import type { LedgerNames } from "../../datamodels/ledger-names";
import { LEDGER_VERSION_WITHOUT_SPEC } from "../../datamodels/ledger-version";
import { Refusal } from "../errors";
import { quoteIdentifier, quoteString } from "../model/quoting";
import { select } from "../server/select";
import { describeServerError } from "../server/server-error";
import { quoteTable, type TableName } from "../server/table-name";
import { createStateTables } from "./create-state-tables";
import { databaseOfTarget } from "./database-of-target";
import { SILENT_MILLISECONDS } from "./holder";
import { needsUpgrade, readStateTables, type StateTable } from "./state-tables";

/** Columns that both versions have. */
const SHARED = [
  "target_table epoch kind owner revision at state message host process pid door intent run_id seed stream_versions columns target_rows batch_size checkpoint_interval",
  "target_table run_id revision at rows batches state checksum seconds",
].map((names) => names.split(" "));

/** ClickHouse's codes where another process is upgrading the same ledger. */
const ANOTHER_WAS_QUICKER = ["57", "60"]; // TABLE_ALREADY_EXISTS, UNKNOWN_TABLE
const TRIES = 5;

/**
 * Brings a ledger of version 1 to this version; does nothing where it has it. A key cannot be altered, so the
 * old tables are set aside, new ones made, and the rows copied. The old ones stay, as `..._v1`. Killed at any
 * moment, or begun by two at once, it goes on from what it finds: rows that are copied twice have one key and
 * one revision. What an owner of the older version still writes is never read, and it loses its claim to the
 * next one here.
 * @param database of the state tables
 * @param target the table that is being worked on
 * @returns what to tell the user where it did something
 * @throws Refusal `run-under-way`, `ledger-older` where it is unclear which table its rows mean; nothing has
 * been changed then
 */
export async function upgradeLedger(
  client: ClickHouseClient,
  database: string,
  names: LedgerNames,
  target: TableName,
): Promise<string | undefined> {
  for (let left = TRIES; ; left--) {
    const tables = await readStateTables(client, database, names);
    if (!tables.some(needsUpgrade)) return undefined;
    try {
      return await upgrade(client, tables, names, target);
    } catch (error) {
      const { code } = describeServerError(error);
      if (left === 0 || code === undefined || !ANOTHER_WAS_QUICKER.includes(code)) throw error;
    }
  }
}

async function upgrade(
  client: ClickHouseClient,
  tables: readonly [StateTable, StateTable],
  names: LedgerNames,
  target: TableName,
): Promise<string | undefined> {
  const command = (query: string) =>
    client.command({ query, clickhouse_settings: { async_insert: 0, wait_end_of_query: 1 } });
  const { database } = tables[0].name;
  const claims = tables[0].shape === "older" ? tables[0].name : undefined;
  if (claims !== undefined) await refuseRunUnderWay(client, claims);
  const sources = tables.flatMap(({ name, shape, upgrading, upgradingShape }) => [
    ...(shape === "older" ? [name] : []),
    ...(upgradingShape === undefined ? [] : [upgrading]),
  ]);
  const databases = await targetDatabases(client, sources, target);
  for (const { name, shape, upgrading } of tables)
    if (shape === "older") await command(`RENAME TABLE ${quoteTable(name)} TO ${quoteTable(upgrading)}`);
  await createStateTables(client, database, names);
  const renamed = (await readStateTables(client, database, names)).map((table, i) => [table, i] as const);
  const begun = renamed.filter(([{ upgradingShape }]) => upgradingShape !== undefined);
  for (const [table, i] of begun) await command(copySql(table, SHARED[i]!, databases));
  const kept: TableName[] = [];
  for (const [{ upgrading, name }] of begun) {
    const table = { database, table: await freeName(client, database, `${name.table}_v1`) };
    await command(`RENAME TABLE ${quoteTable(upgrading)} TO ${quoteTable(table)}`);
    kept.push(table);
  }
  if (kept.length === 0) return undefined;
  return `the state tables of an older data-faker were upgraded; the old ones are kept as ${kept.map(quoteTable).join(" and ")}: drop them once nobody uses that version`;
}

/** A table that two processes set aside may be one of this version: then its rows go back as they are. */
function copySql(
  { name, upgrading, upgradingShape, upgradingHasSpec }: StateTable,
  shared: readonly string[],
  databases: ReadonlyMap<string, string>,
): string {
  const isOld = upgradingShape === "older";
  const database = [...databases].reduce(
    (otherwise, [table, is]) => `if(target_table = ${quoteString(table)}, ${quoteString(is)}, ${otherwise})`,
    quoteString(name.database),
  );
  const columns = new Map([
    ...shared.map((column) => [column, quoteIdentifier(column)] as const),
    ...(upgradingHasSpec ? [["spec", "spec"] as const] : []),
    ["first_row", isOld ? "first_image_id" : "first_row"],
    ["target_database", isOld ? database : "target_database"],
  ]);
  if (shared.includes("kind"))
    columns.set("ledger_version", isOld ? String(LEDGER_VERSION_WITHOUT_SPEC) : "ledger_version");
  const into = [...columns.keys()].map(quoteIdentifier).join(", ");
  // Deduplication would take the second copy of a killed one for done.
  return `INSERT INTO ${quoteTable(name)} (${into}) SETTINGS insert_deduplicate = 0 SELECT ${[...columns.values()].join(", ")} FROM ${quoteTable(upgrading)}`;
}

async function refuseRunUnderWay(client: ClickHouseClient, claims: TableName): Promise<void> {
  const [holder] = await select<{ table: string; host: string; pid: number; age: string }>(
    client,
    `SELECT * FROM (
       SELECT target_table AS table, epoch, any(host) AS host, any(pid) AS pid,
         argMax(state, (kind = 'beat', revision)) AS last, dateDiff('millisecond', max(at), now64(3)) AS age
       FROM ${quoteTable(claims)} WHERE kind IN ('claim', 'beat')
       GROUP BY target_table, epoch, owner ORDER BY epoch DESC, age LIMIT 1 BY target_table
     ) WHERE last != 'released' AND age <= {silent:UInt32}`,
    { silent: SILENT_MILLISECONDS },
  );
  if (holder === undefined) return;
  throw new Refusal(
    "run-under-way",
    `A run of an older data-faker into ${holder.table} is under way, or was a moment ago: process ${holder.pid} on ${holder.host}; end it, and run the same command again ${SILENT_MILLISECONDS / 1000} seconds later`,
    { pid: holder.pid, host: holder.host },
  );
}

/** The database of each table that older rows name. */
async function targetDatabases(
  client: ClickHouseClient,
  sources: readonly TableName[],
  target: TableName,
): Promise<Map<string, string>> {
  const databases = new Map<string, string>();
  for (const source of sources) {
    const found = await select<{ table: string; databases: string[] }>(
      client,
      `SELECT named.table AS table, groupArrayIf(held.database, held.database != '') AS databases
        FROM (SELECT DISTINCT target_table AS table FROM ${quoteTable(source)}) AS named
        LEFT JOIN (SELECT database, name FROM system.tables) AS held ON held.name = named.table GROUP BY table`,
    );
    for (const { table, databases: candidates } of found) {
      const database = databaseOfTarget(table, candidates, source.database, target);
      if (database === undefined) {
        throw new Refusal(
          "ledger-older",
          `The state table ${quoteTable(source)} was written by an older data-faker and does not say which table ${table} it means, that of ${candidates.join(" or ")}: rename the one that it did not fill, run the same command again, and rename it back`,
          { table, databases: candidates },
        );
      }
      databases.set(table, database);
    }
  }
  return databases;
}

async function freeName(client: ClickHouseClient, database: string, name: string): Promise<string> {
  const taken = await select<{ name: string }>(
    client,
    "SELECT name FROM system.tables WHERE database = {database:String} AND startsWith(name, {name:String})",
    { database, name },
  );
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}_${number}`;
    if (!taken.some((table) => table.name === candidate)) return candidate;
  }
}
