import type { ClickHouseClient } from "@clickhouse/client";
import { ledgerNames } from "../../datamodels/ledger-names";
import { select } from "../server/select";

const RUNS_SUFFIX = ledgerNames("").runs;
/** Columns that no other table of runs is likely to have together. */
const TELLING = ["target_table", "epoch", "kind", "stream_versions", "first_row"];

/** The prefixes of the ledgers in a database, in order; a table of runs is known by its columns. */
export async function findLedgers(client: ClickHouseClient, database: string): Promise<string[]> {
  const found = await select<{ table: string }>(
    client,
    `SELECT table FROM system.columns WHERE database = {database:String} AND endsWith(table, {suffix:String})
      GROUP BY table HAVING hasAll(groupArray(name), {telling:Array(String)}) ORDER BY table`,
    { database, suffix: RUNS_SUFFIX, telling: TELLING },
  );
  return found.map(({ table }) => table.slice(0, -RUNS_SUFFIX.length));
}
