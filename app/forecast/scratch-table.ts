import type { ClickHouseClient } from "@clickhouse/client";
import { EnvironmentFailure } from "../errors";
import { quoteString } from "../model/quoting";
import { permitted } from "../server/permitted";
import { select } from "../server/select";
import { describeServerError } from "../server/server-error";
import { quoteTable, type TableName } from "../server/table-name";
import type { TableDefinition } from "../table/target-table";

/** What the names of tables begin with that are made to measure with, and dropped. */
export const SCRATCH_PREFIX = "data_faker_plan_scratch_";

const RIGHTS = ["CREATE TABLE", "INSERT", "SELECT", "DROP TABLE"];

/**
 * Makes tables to measure with, and drops them in the end, whatever happens.
 * @param tables each with the statement that creates it
 * @returns why there are none, where the user lacks a right: then `work` was not called
 * @throws what `work` throws; EnvironmentFailure `scratch-left` where one could not be dropped
 */
export async function withScratchTables<T>(
  client: ClickHouseClient,
  tables: readonly (readonly [name: TableName, statement: string])[],
  work: () => Promise<T>,
): Promise<T | { readonly missing: string }> {
  const database = tables[0]![0].database;
  for (const [name] of tables) {
    const lacks = await lackingRight(client, name);
    if (lacks !== undefined) return { missing: missing(database, lacks) };
  }
  const made: TableName[] = [];
  try {
    for (const [name, query] of tables) {
      made.push(name);
      const done = await permitted(async () => client.command({ query }).then(() => true));
      if (done === undefined) return { missing: missing(database, "CREATE TABLE") };
    }
    return await work();
  } finally {
    for (const name of made) await drop(client, name);
  }
}

function missing(database: string, right: string): string {
  return `this user lacks the right to ${right} in ${database}`;
}

/** Whoever may make a table is not always allowed to drop it. Servers before 24.10 cannot be asked. */
async function lackingRight(client: ClickHouseClient, name: TableName): Promise<string | undefined> {
  for (const right of RIGHTS) {
    try {
      const query = `CHECK GRANT ${right} ON ${quoteTable(name)}`;
      const [answer] = await select<{ result: number }>(client, query);
      if (answer !== undefined && Number(answer.result) === 0) return right;
    } catch (error) {
      if (describeServerError(error).kind !== "answered") throw error;
      return undefined;
    }
  }
  return undefined;
}

async function drop(client: ClickHouseClient, name: TableName): Promise<void> {
  try {
    await client.command({ query: `DROP TABLE IF EXISTS ${quoteTable(name)} SYNC` });
  } catch (error) {
    // Where it was never made, there is no right to miss.
    if ((await permitted(() => exists(client, name))) === false) return;
    throw new EnvironmentFailure(
      "scratch-left",
      `The table ${name.database}.${name.table}, made to measure with, could not be dropped: drop it (${(error as Error).message})`,
      { table: name.table },
      { cause: error },
    );
  }
}

async function exists(client: ClickHouseClient, name: TableName): Promise<boolean> {
  const [found] = await select<{ result: number }>(client, `EXISTS TABLE ${quoteTable(name)}`);
  return Number(found!.result) === 1;
}

/** The statement that makes a table of the same structure and settings, which is not replicated. */
export function createLikeSql(
  { name, engine, engineFull }: Pick<TableDefinition, "name" | "engine" | "engineFull">,
  scratch: TableName,
): string {
  const like = `CREATE TABLE ${quoteTable(scratch)} AS ${quoteTable(name)}`;
  const elsewhere = /^(?:Replicated|Shared)/;
  if (!elsewhere.test(engine)) return like;
  // The path and the replica's name come first of the parameters, and are the only texts among them.
  const plain = engineFull.replace(elsewhere, "").replace(/^(\w+)\((?:'[^']*'(?:, )?)*/, "$1(");
  return `${like} ENGINE = ${plain}`;
}

/** The statement that makes a table which takes bytes and keeps none. */
export function createSinkSql(name: TableName): string {
  return `CREATE TABLE ${quoteTable(name)} (bytes String) ENGINE = Null COMMENT ${quoteString("Made by Data Faker to measure the network; may be dropped")}`;
}
