import pc from "picocolors";
import type { TableReport } from "../../app/run/check/verify-report";
import type { Verification } from "../../app/run/check/verify-table";
import { remedies, type RemedyOptions } from "./remedies";
import { summaryOf } from "./verify-view";

/** What was found of a table, as `verify --json` prints it. @param ok whether the command ends with 0 */
export function tableReport(
  verification: Verification,
  { table, ...options }: RemedyOptions,
  ok: boolean,
): TableReport {
  const { runs, steps, rows, inDoubt, underWay, otherChecksums, notCompared, findings } = verification;
  return {
    ...table.name,
    ok,
    runs,
    steps,
    rows,
    in_doubt: inDoubt,
    under_way: underWay,
    other_checksums: otherChecksums,
    not_compared: notCompared,
    summary: summaryOf(verification, pc.createColors(false)).map((line) => line.replace(/:$/, "")),
    findings: findings.map(({ kind, runId, range, rows: found, columns }) => ({
      kind,
      run_id: runId ?? null,
      first_row: range.first,
      last_row: range.first + range.rows - 1,
      rows: found,
      columns,
    })),
    what_to_do: remedies(findings, { table, ...options }),
  };
}
