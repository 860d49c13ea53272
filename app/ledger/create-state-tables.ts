import type { ClickHouseClient } from "@clickhouse/client";
import type { LedgerNames } from "../../datamodels/ledger-names";
import { stateTablesSql } from "./state-tables-sql";

/** Creates the state tables of a ledger as Moose would, where they do not exist. */
export async function createStateTables(
  client: ClickHouseClient,
  database: string,
  names: LedgerNames,
): Promise<void> {
  for (const query of stateTablesSql(database, names))
    await client.command({ query, clickhouse_settings: { wait_end_of_query: 1 } });
}
