import { keyWithin } from "../../domains/inferred/key-of-other";
import type { Generator } from "../../domains/spec/generator";
import type { TableSpec } from "../../domains/spec/table-spec";
import { Refusal } from "../../errors";
import { grouped } from "../../request/whole-number";
import type { TargetTable } from "../../table/target-table";

/** @throws Refusal `ids-too-large` where a column can't hold the numbers of all rows that it refers to */
export function refuseReferencesBeyond({
  name,
  model,
  domain,
}: Pick<TargetTable, "name" | "model" | "domain">): void {
  if (typeof domain.source === "string") return;
  const spec = domain.source as TableSpec;
  for (const column of model) {
    const referred = keyOf(spec, spec.columns[column.name]?.generator);
    if (referred === undefined || column.skipped) continue;
    const { key, last } = referred;
    // A column of another kind, such as a text, holds any of them, or gets values by its type, with a notice.
    const largest = keyWithin(column, key)?.largest ?? Infinity;
    if (last <= largest) continue;
    throw new Refusal(
      "ids-too-large",
      `The column ${column.name} of the table ${name.table} (${column.clickhouseType}) refers to rows of ${key.table} up to ${grouped(last)}, but holds at most ${grouped(largest)}: make it as wide as ${key.column} there`,
      { column: column.name, last },
    );
  }
}

/** The key that a generator takes its values from, with the largest number there; also by way of other tables. */
function keyOf({ references = {} }: TableSpec, generator: Generator | undefined) {
  if (generator === undefined) return undefined;
  if ("of" in generator && typeof generator.of === "object")
    return keyOf({ references } as TableSpec, generator.of);
  if (generator.kind !== "reference") return undefined;
  const { rows, orphans = 0 } = references[generator.to]!;
  if (rows === undefined) return undefined;
  const { spec, firstRow } = rows;
  const column = generator.column ?? spec.key.column;
  if (column !== spec.key.column) return keyOf(spec, spec.columns[column]?.generator);
  // Orphans refer to as many rows behind the last one.
  const last = firstRow + rows.rows * (orphans > 0 ? 2 : 1) - 1;
  return { key: { table: spec.name, column, form: spec.key.form }, last };
}
