import { getTables, type OlapTable } from "@514labs/moose-lib";
import type { LedgerNames } from "../../datamodels/ledger-names";
import { Refusal } from "../errors";
import { factsFromOlapTable } from "../model/facts-from-olap-table";
import type { TableFacts } from "../model/table-facts";
import type { DeclaredRows } from "../run/session/server-session";
import { createTableSql, serverName } from "../table/create-table";
import { declaredOf, settingsOf } from "./declared-fakers";

/** A table that the code of a project declares, as plain data. */
export interface DeclaredTable {
  /** As the server calls it. */
  readonly name: string;
  readonly database: string;
  /** As the server would have them. */
  readonly facts: TableFacts;
  /** The statement that creates it; or why only Moose does. */
  readonly ddl: { readonly sql: string } | { readonly refusal: string };
  /** What `dataFaker` says of it; `undefined` where it was not called with this table. */
  readonly faker: DeclaredFaker | undefined;
}

export interface DeclaredFaker extends DeclaredRows {
  readonly defaultRows: number;
  readonly cluster: string | undefined;
  readonly shardingKey: string | undefined;
  readonly skipColumns: readonly string[];
  readonly stateTables: LedgerNames;
}

/** The tables of the project that has been loaded. @param database of those that name none */
export function declaredTables(database: string): DeclaredTable[] {
  return [...getTables().values()].map((table) => {
    const name = serverName(table);
    const { database: own = database } = table.config as { database?: string };
    const facts = { ...factsFromOlapTable(table), name };
    return { name, database: own, facts, ddl: ddlOf(table, database), faker: fakerOf(name) };
  });
}

function ddlOf(table: OlapTable<any>, database: string): DeclaredTable["ddl"] {
  try {
    return { sql: createTableSql(table, database) };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.message };
    throw error;
  }
}

function fakerOf(table: string): DeclaredFaker | undefined {
  const settings = settingsOf(table);
  if (settings === undefined) return undefined;
  const { defaultRows, cluster, shardingKey, skipColumns, stateTables } = settings;
  return { ...declaredOf(table)!, defaultRows, cluster, shardingKey, skipColumns, stateTables };
}
