import type { ClickHouseClient } from "@clickhouse/client";
import { select } from "../server/select";
import { quoteTable, type TableName } from "../server/table-name";
import { OF_TARGET } from "./of-target";
import { type Cells, RowFields } from "./row-fields";

/* What claims say that their history is not read for: it may be long. */

/** As `Ledger.columnsAt`. @param runs the table of runs */
export async function claimedColumns(
  client: ClickHouseClient,
  runs: TableName,
  target: TableName,
): Promise<(epoch: number) => readonly string[] | undefined> {
  const lists = await select<Cells & { epochs: readonly number[] }>(
    client,
    `SELECT columns, groupArray(epoch) AS epochs FROM (
        SELECT epoch, argMin(runs.columns, (at, owner)) AS columns FROM ${quoteTable(runs)} AS runs
        WHERE ${OF_TARGET} AND kind IN ('claim', 'lease') GROUP BY epoch
      ) GROUP BY columns`,
    { ...target },
  );
  const found = new Map<number, readonly string[]>();
  for (const cells of lists) {
    const names = new RowFields(cells, runs, ["columns"]).names("columns");
    for (const epoch of cells.epochs) found.set(epoch, names);
  }
  return (epoch) => found.get(epoch);
}

/** As `Ledger.specs`. @param runs the table of runs */
export async function claimedSpecs(
  client: ClickHouseClient,
  runs: TableName,
  target: TableName,
): Promise<ReadonlyMap<string, object>> {
  const rows = await select<Cells>(
    client,
    // A table of runs of an earlier version lacks the column.
    `SELECT run_id, COLUMNS('^spec$') FROM ${quoteTable(runs)}
      WHERE ${OF_TARGET} AND kind = 'claim' AND intent = 'fill'
      ORDER BY epoch DESC, at, owner LIMIT 1 BY run_id`,
    { ...target },
  );
  const found = new Map<string, object>();
  for (const cells of rows) {
    const fields = new RowFields(cells, runs, ["run_id"]);
    if ((cells.spec ?? "") !== "") found.set(fields.name("run_id"), fields.object("spec"));
  }
  return found;
}
