import { rangeOf, type StepRow } from "../../ledger/step-row";
import { gaps, type Range, spansOf } from "../../plan/range";
import { shardOf } from "../../plan/shards";
import { rangeChecksums } from "../../table/checksum";
import type { RunRecord } from "../../plan/run-record";
import { strangersOn } from "../../table/sharding-key";
import { idsWithin } from "../../table/survey";
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
  const { name, key, shards = [], shardedBy } = table;
  for (const [i, shard] of shards.entries()) {
    if (shardedBy !== undefined) {
      for (const range of spansOf(steps.map(rangeOf))) {
        const strangers = await strangersOn(shard.client, table, shardedBy, i, range);
        if (strangers.rows > 0) findings.push(finding("misplaced", strangers.range, strangers.rows));
      }
      continue;
    }
    const elsewhere = steps.filter(({ first_row }) => shardOf(first_row, shards.length) !== i);
    for (const { range, rows } of await rangeChecksums(
      shard.client,
      { name, key },
      [],
      elsewhere.map(rangeOf),
    ))
      if (rows > 0) addFinding(findings, finding("misplaced", range, rows));
  }
  return findings;
}

function finding(kind: Finding["kind"], range: Range, rows: number): Finding {
  return { kind, runId: undefined, range, rows, columns: [] };
}
