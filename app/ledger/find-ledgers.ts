import type { ClickHouseClient } from "@clickhouse/client";
import { ledgerNames } from "../../datamodels/ledger-names";
import { select } from "../server/select";
import { UPGRADING } from "./state-tables";

const RUNS_SUFFIX = ledgerNames("").runs;
/** Columns that no other table of runs is likely to have together; ledgers of every version have them. */
const TELLING = ["target_table", "epoch", "kind", "stream_versions", "target_rows"];

/**
 * The prefixes of the ledgers in a database, in order; a table of runs is known by its columns.
 * @param columns further ones that it must have
 */
export async function findLedgers(
  client: ClickHouseClient,
  database: string,
  columns: readonly string[] = [],
): Promise<string[]> {
  const found = await select<{ prefix: string }>(
    client,
    `SELECT DISTINCT substring(runs, 1, length(runs) - length({suffix:String})) AS prefix FROM (
        SELECT if(endsWith(table, {upgrading:String}), substring(table, 1, length(table) - length({upgrading:String})), table) AS runs, name
        FROM system.columns WHERE database = {database:String}
      ) WHERE endsWith(runs, {suffix:String}) GROUP BY runs HAVING hasAll(groupArray(name), {telling:Array(String)}) ORDER BY prefix`,
    { database, suffix: RUNS_SUFFIX, upgrading: UPGRADING, telling: [...TELLING, ...columns] },
  );
  return found.map(({ prefix }) => prefix);
}
