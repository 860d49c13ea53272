import { rangeOf, type StepRow } from "../../ledger/step-row";
import { gaps, type Range, spansOf } from "../../plan/range";
import { shardOf } from "../../plan/shards";
import { rangeChecksums } from "../../table/checksum";
import type { RunRecord } from "../../plan/run-record";
import { strangersOn } from "../../table/sharding-key";
import { idsWithin } from "../../table/survey";
import type { TargetTable } from "../../table/target-table";
import type { TableAccess } from "../session/server-session";
import { addFinding, type Finding } from "./finding";

/**
 * Rows within the runs' ranges that are in no step, and those of steps that lie on another server than theirs.
 * @param runs by first row
 * @param steps of all runs, by first row
 */
export async function foreignRows(
  { client, table }: Pick<TableAccess, "client" | "table">,
  runs: readonly RunRecord[],
  steps: readonly StepRow[],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  let end = 0;
  for (const run of runs) {
    const first = Math.max(run.firstRow, end);
    end = Math.max(end, run.firstRow + run.targetRows);
    if (first >= end) continue;
    for (const gap of gaps({ first, rows: end - first }, steps.map(rangeOf))) {
      const { rows, min, max } = await idsWithin(client, table, gap);
      if (rows > 0) findings.push(finding("foreign", { first: min!, rows: max! - min! + 1 }, rows));
    }
  }
  for (let i = 0; i < (table.shards?.length ?? 0); i++)
    for (const { range, rows } of await rowsOfOthers(table, i, steps.map(rangeOf)))
      if (rows > 0) addFinding(findings, finding("misplaced", range, rows));
  return findings;
}

/** Rows that a shard has of ranges though they belong on another one. @param shard its number, from 0 */
async function rowsOfOthers(
  table: TargetTable,
  shard: number,
  ranges: readonly Range[],
): Promise<{ readonly range: Range; readonly rows: number }[]> {
  const { name, key, shards = [], shardedBy } = table;
  const { client } = shards[shard]!;
  if (shardedBy !== undefined) {
    const found = [];
    for (const span of spansOf(ranges)) found.push(await strangersOn(client, table, shardedBy, shard, span));
    return found;
  }
  const elsewhere = ranges.filter(({ first }) => shardOf(first, shards.length) !== shard);
  return rangeChecksums(client, { name, key }, [], elsewhere);
}

function finding(kind: Finding["kind"], range: Range, rows: number): Finding {
  return { kind, runId: undefined, range, rows, columns: [] };
}
