import { Refusal } from "../errors";
import { quoteTable, type TableName } from "../server/table-name";
import type { StepRow } from "./step-row";

/**
 * The steps that count. An owner that was stopped past its lease may have announced steps late, over those of
 * its successor; nothing was written for them.
 * @param steps the newest row of each
 * @param table which they were read from
 * @returns by run and first row, those of a run disjoint; announcements that overlap a recorded step or a newer
 * announcement omitted
 * @throws Refusal `ledger-corrupt` where recorded steps of a run overlap
 */
export function disjointSteps(steps: readonly StepRow[], table: TableName): StepRow[] {
  const kept: StepRow[] = [];
  for (const step of [...steps].sort(byRunAndFirst)) {
    let counts = true;
    for (let last = kept.at(-1); counts && last !== undefined && overlap(last, step); last = kept.at(-1)) {
      if (last.state === "written" && step.state === "written") throw corrupt(last, step, table);
      if (outranks(last, step)) counts = false;
      else kept.pop();
    }
    if (counts) kept.push(step);
  }
  return kept;
}

function byRunAndFirst(a: StepRow, b: StepRow): number {
  if (a.run_id !== b.run_id) return a.run_id < b.run_id ? -1 : 1;
  return a.first_row - b.first_row;
}

/** @param next does not begin before the other */
function overlap(step: StepRow, next: StepRow): boolean {
  return step.run_id === next.run_id && next.first_row < step.first_row + step.rows;
}

function outranks(a: StepRow, b: StepRow): boolean {
  return a.state === b.state ? a.revision > b.revision : a.state === "written";
}

function corrupt(a: StepRow, b: StepRow, table: TableName): Refusal {
  const [one, other] = [a, b].map(({ first_row, rows }) => `${first_row} to ${first_row + rows - 1}`);
  return new Refusal(
    "ledger-corrupt",
    `Checkpoint corrupted: the recorded steps of rows ${one} and ${other} of run ${a.run_id} overlap in ${quoteTable(table)}: delete the row that is wrong`,
    { table: table.table, field: "first_row" },
  );
}
