import type { ClickHouseClient } from "@clickhouse/client";
import type { LedgerNames } from "../../datamodels/ledger-names";
import { createTableSql } from "../table/create-table";

/** Creates the state tables of a ledger as Moose would, where they do not exist. */
export async function createStateTables(
  client: ClickHouseClient,
  database: string,
  names: LedgerNames,
): Promise<void> {
  // Loading Moose's library takes half a second.
  const { declareLedgerTables } = await import("../../datamodels/ledger-tables");
  const { runs, steps } = declareLedgerTables(names);
  for (const table of [runs, steps]) {
    await client.command({
      query: createTableSql(table, database),
      clickhouse_settings: { wait_end_of_query: 1 },
    });
  }
}
