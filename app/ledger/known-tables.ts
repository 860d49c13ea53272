import type { ClickHouseClient } from "@clickhouse/client";
import { select } from "../server/select";
import { quoteTable, type TableName } from "../server/table-name";

/** The tables that a ledger has claims of, by name. @param runs its table of runs, of the current shape */
export async function knownTables(client: ClickHouseClient, runs: TableName): Promise<TableName[]> {
  return select<{ database: string; table: string }>(
    client,
    `SELECT DISTINCT target_database AS database, target_table AS table FROM ${quoteTable(runs)}
      WHERE kind = 'claim' ORDER BY table, database`,
  );
}
