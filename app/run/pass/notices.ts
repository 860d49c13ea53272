import type { Decision } from "../../plan/decide";
import { coverColumns } from "../../rows/column-coverage";
import type { Damage } from "../check/damage";
import type { RunOptions } from "../session/run-options";

/**
 * Tells what is worth knowing before rows are written: columns without a meaning, a changed model, rows that
 * are gone.
 * @param decision `undefined` where all but the last was told before
 */
export function notices(
  { table, emit }: Pick<RunOptions, "table" | "emit">,
  decision: Decision | undefined,
  damage: readonly Damage[],
): void {
  if (decision !== undefined) modelNotices(table, decision, emit);
  const gone = damage
    .filter(({ recorded }) => recorded)
    .reduce((sum, { lacks }) => sum + lacks.reduce((rows, range) => rows + range.rows, 0), 0);
  if (gone > 0)
    emit({
      kind: "warning",
      message: `${gone} rows that the ledger records as written are missing from the table or were there twice; they are written again`,
    });
}

function modelNotices(
  { model, domain }: RunOptions["table"],
  decision: Decision,
  emit: RunOptions["emit"],
): void {
  const { filled, unknown } = coverColumns(model, domain);
  if (unknown.length > 0)
    emit({
      kind: "notice",
      message: `columns that Data Faker does not know are filled according to their type: ${unknown.join(", ")}`,
    });
  if (decision.kind === "new") return;
  const names = filled.map((column) => column.name);
  const came = names.filter((column) => !decision.run.columns.includes(column));
  const went = decision.run.columns.filter((column) => !names.includes(column));
  if (came.length + went.length === 0) return;
  emit({
    kind: "notice",
    message: [
      "the model has changed since the run began",
      came.length && `new: ${came.join(", ")}`,
      went.length && `gone: ${went.join(", ")}`,
    ]
      .filter(Boolean)
      .join("; "),
  });
}
