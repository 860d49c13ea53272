import { Refusal } from "../../errors";
import { skipColumns } from "../../model/skip-columns";
import type { RunRecord } from "../../plan/run-record";
import { coverColumns } from "../../rows/column-coverage";
import type { TargetTable } from "../../table/target-table";

/**
 * The table with columns that are left to the server because the user wants it so.
 * @throws Refusal `column-unknown`, `key-skipped`
 */
export function withoutColumns(table: TargetTable, names: readonly string[]): TargetTable {
  const missing = names.filter((name) => !table.model.some((column) => column.name === name));
  if (missing.length > 0)
    throw new Refusal(
      "column-unknown",
      `The table ${table.name.table} has no column ${missing.join(", ")}: name columns to skip as the table has them`,
      { columns: missing },
    );
  if (names.includes(table.key.name))
    throw new Refusal(
      "key-skipped",
      `The column ${table.key.name} can't be skipped: rows are told apart by it`,
      { column: table.key.name },
    );
  return { ...table, model: skipColumns(table.model, names) };
}

/**
 * The table with the columns left to the server that a run has not filled either, so that its rows are as they were,
 * whoever writes them.
 */
export function asFilledBefore(
  table: TargetTable,
  { columns, skipped = [] }: Pick<RunRecord, "columns" | "skipped">,
): TargetTable {
  const before = new Set(columns);
  const { compared } = coverColumns(table.model, table.domain);
  const others = compared.map(({ name }) => name).filter((name) => !before.has(name));
  return { ...table, model: skipColumns(table.model, [...others, ...skipped]) };
}
