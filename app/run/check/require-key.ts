import { Refusal } from "../../errors";
import { keyNeeds } from "../../rows/keys/keys";
import type { TargetTable } from "../../table/target-table";

/** @throws Refusal `key-missing`, `column-unfillable` where the table has no column that holds row numbers */
export function requireKey({ name: { table }, key: { name, column, largest }, domain }: TargetTable): void {
  if (column === undefined) {
    throw new Refusal(
      "key-missing",
      `The table ${table} has no column ${name}, by which rows are told apart: use a table that has it, as ${keyNeeds(domain)}`,
      { column: name },
    );
  }
  if (largest !== undefined) return;
  throw new Refusal(
    "column-unfillable",
    `The column ${name} of the table ${table} (${column.clickhouseType}) can't hold row numbers: make it ${keyNeeds(domain)}`,
    { column: name, type: column.clickhouseType },
  );
}
