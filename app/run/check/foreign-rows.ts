import { rangeOf, type StepRow } from "../../ledger/step-row";
import { gaps } from "../../plan/range";
import type { RunRecord } from "../../plan/run-record";
import { idsWithin } from "../../table/survey";
import type { TableAccess } from "../session/server-session";
import type { Finding } from "./finding";

/**
 * Rows within the runs' ranges that are in no step.
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
      if (rows > 0)
        findings.push({
          kind: "foreign",
          runId: undefined,
          range: { first: min!, rows: max! - min! + 1 },
          rows,
          columns: [],
        });
    }
  }
  return findings;
}
