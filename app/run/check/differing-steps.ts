import type { Model } from "../../model/column";
import { rangeOf, type StepRow } from "../../ledger/step-row";
import { rangeChecksums } from "../../table/checksum";
import type { RecognisedRows } from "../../table/remove-rows";
import { columnsOf, type Examined } from "./examined";

/** Rows of one query: about three seconds, in which an embedded server answers no one else. */
const ROWS_A_QUERY = 10_000_000;

/** A recorded step and what the table holds of it. */
export interface ComparedStep {
  readonly step: StepRow;
  /** Whether the rows are, once and whole, the ones that were written. */
  readonly same: boolean;
  readonly held: RecognisedRows;
}

/**
 * Checks recorded steps against the table by number of rows and checksum. The ids take part in the checksum,
 * so a missing one shows even where a double makes up for it.
 * @param steps of one run, by first id, disjoint
 * @returns one element a step, by first id
 */
export async function compareSteps(examined: Examined, steps: readonly StepRow[]): Promise<ComparedStep[]> {
  const { client, table, expected } = examined;
  const compared: ComparedStep[] = [];
  for (const { columns, fewer, group } of queries(examined, steps)) {
    const found = await rangeChecksums(client, table, columns, group.map(rangeOf));
    for (const [i, { range, rows, checksum }] of found.entries()) {
      const step = group[i]!;
      // What was recorded counts the columns that are gone, too.
      const same =
        rows === range.rows && checksum === (fewer ? await expected.of([range], columns) : step.checksum);
      compared.push({ step, same, held: { range, rows, checksum, columns } });
    }
  }
  return compared.sort((a, b) => a.step.first_row - b.step.first_row);
}

/** Those of {@link compareSteps} that are not the same. */
export async function differingSteps(examined: Examined, steps: readonly StepRow[]): Promise<StepRow[]> {
  return (await compareSteps(examined, steps)).filter(({ same }) => !same).map(({ step }) => step);
}

/** Steps whose checksums cover the same columns; a run can have gone on with others. */
function queries(
  examined: Examined,
  steps: readonly StepRow[],
): { columns: Model; fewer: boolean; group: StepRow[] }[] {
  const done: { columns: Model; fewer: boolean; group: StepRow[]; rows: number }[] = [];
  const open = new Map<string, (typeof done)[number]>();
  for (const step of steps) {
    const { common, fewer } = columnsOf(examined, step);
    const key = JSON.stringify([fewer, ...common.map(({ name }) => name)]);
    let query = open.get(key);
    if (query === undefined || query.rows + step.rows > ROWS_A_QUERY) {
      query = { columns: common, fewer, group: [], rows: 0 };
      open.set(key, query);
      done.push(query);
    }
    query.group.push(step);
    query.rows += step.rows;
  }
  return done;
}
