import { grouped } from "../../request/whole-number";
import type { Decision } from "../../plan/decide";
import { describeType } from "../../model/types/describe-type";
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
  const { views } = table;
  if (decision !== undefined) {
    modelNotices(table, decision, emit);
    if (views.length > 0)
      emit({ kind: "notice", message: `each insert also feeds the materialized views ${listed(views)}` });
  }
  const gone = damage.filter(({ recorded }) => recorded).reduce((sum, { lacks }) => sum + lacks.rows, 0);
  if (gone > 0)
    emit({
      kind: "warning",
      message: `${grouped(gone)} rows that are recorded as written are missing from the table or were there twice; they are written again${
        views.length > 0 ? `, and the materialized views ${listed(views)} have counted them twice then` : ""
      }`,
    });
}

function modelNotices(
  { model, domain }: RunOptions["table"],
  decision: Decision,
  emit: RunOptions["emit"],
): void {
  const { compared, filled, unfillable, unknown } = coverColumns(model, domain);
  const notice = (message: string, columns: readonly string[]) =>
    columns.length > 0 && emit({ kind: "notice", message: `${message}: ${listed(columns)}` });
  notice("columns that Data Faker does not know are filled according to their type", unknown);
  notice(
    "columns that can't be filled are left to the server, which gives them their default",
    unfillable.map(({ name, clickhouseType }) => `${name} (${clickhouseType})`),
  );
  notice(
    "columns with a TTL are filled, but not compared, since the server empties them over time",
    filled.filter(({ expires }) => expires).map(({ name }) => name),
  );
  notice(
    "columns of JSON are filled, but not compared, since each server writes it in its own way",
    filled.filter(({ type }) => describeType(type).view === undefined).map(({ name }) => name),
  );
  if (decision.kind === "repair") return;
  const skipped = model.filter((column) => column.skipped).map(({ name }) => name);
  notice("columns left to the server, as asked", skipped);
  if (decision.kind === "new") return;
  const names = compared.map((column) => column.name);
  const came = names.filter((column) => !decision.run.columns.includes(column));
  const went = decision.run.columns.filter((column) => !names.includes(column));
  if (came.length + went.length === 0) return;
  emit({
    kind: "notice",
    message: [
      "the columns that are filled and compared have changed since the run began",
      came.length && `new: ${listed(came)}`,
      went.length && `gone: ${listed(went)}`,
    ]
      .filter(Boolean)
      .join("; "),
  });
}

/** A wide table has thousands. */
const NAMES_A_NOTICE = 20;

function listed(names: readonly string[]): string {
  const more = names.length - NAMES_A_NOTICE;
  const first = names.slice(0, NAMES_A_NOTICE).join(", ");
  return more > 0 ? `${first} and ${more} more` : first;
}
