import type { ClickHouseClient } from "@clickhouse/client";
import type { LedgerNames } from "../../datamodels/ledger-names";
import { Refusal } from "../errors";
import { select } from "../server/select";
import { quoteTable, type TableName } from "../server/table-name";

/** What a state table is called while its rows are copied into one of this version. */
export const UPGRADING = "_upgrading";

/** `current`: of this version, or a newer one. `older`: of version 1. */
export type Shape = "current" | "older";

/** A state table on the server, and the older one whose rows are still to be copied into it. */
export interface StateTable {
  readonly name: TableName;
  /** `undefined` where there is no such table. */
  readonly shape: Shape | undefined;
  readonly upgrading: TableName;
  readonly upgradingShape: Shape | undefined;
  /** Whether it can hold specifications: a table of runs can, unless it is of an earlier version. */
  readonly hasSpec: boolean;
  readonly upgradingHasSpec: boolean;
}

/** The state tables of a ledger: first runs, then steps. */
export async function readStateTables(
  client: ClickHouseClient,
  database: string,
  { runs, steps }: LedgerNames,
): Promise<readonly [StateTable, StateTable]> {
  const found = await select<{ table: string; older: number; hasSpec: number }>(
    client,
    `SELECT table, toUInt8(has(groupArray(name), 'first_image_id')) AS older,
      toUInt8(has(groupArray(name), 'spec')) AS hasSpec FROM system.columns
      WHERE database = {database:String} AND table IN {tables:Array(String)} GROUP BY table`,
    { database, tables: [runs, steps].flatMap((table) => [table, table + UPGRADING]) },
  );
  const shapes = new Map(
    found.map(({ table, older }) => [table, older === 1 ? "older" : "current"] as const),
  );
  const withSpec = new Set(found.filter(({ hasSpec }) => hasSpec === 1).map(({ table }) => table));
  const stateTable = (table: string) => ({
    name: { database, table },
    shape: shapes.get(table),
    upgrading: { database, table: table + UPGRADING },
    upgradingShape: shapes.get(table + UPGRADING),
    hasSpec: withSpec.has(table),
    upgradingHasSpec: withSpec.has(table + UPGRADING),
  });
  return [stateTable(runs), stateTable(steps)];
}

/** Whether a table is of version 1, or its upgrade has begun and not ended. */
export function needsUpgrade({ shape, upgradingShape }: StateTable): boolean {
  return shape === "older" || upgradingShape !== undefined;
}

/** @throws Refusal `ledger-older`, for those who only read */
export function refuseOlderLedger(tables: readonly StateTable[]): void {
  const older = tables.find(needsUpgrade);
  if (older === undefined) return;
  throw new Refusal(
    "ledger-older",
    `The state table ${quoteTable(older.name)} was written by an older data-faker: start a run, which upgrades it and loses nothing, or use the older version`,
  );
}
