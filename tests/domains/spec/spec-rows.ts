import type { Generator } from "../../../app/domains/spec/generator";
import { specDomain } from "../../../app/domains/spec/spec-domain";
import type { TableSpec } from "../../../app/domains/spec/table-spec";
import { createRowGenerator } from "../../../app/rows/row-generator";
import { column } from "../../rows/default-model";
import { readBlock, type Value } from "../../rows/read-block";

/** A specification of generators by column. */
export function specOf(
  columns: Readonly<Record<string, Generator>>,
  others: Partial<TableSpec> = {},
): TableSpec {
  return {
    name: "t",
    key: { column: "id", form: { as: "integer" } },
    columns: Object.fromEntries(
      Object.entries(columns).map(([name, generator]) => [name, { generator, rule: "test" }]),
    ),
    ...others,
  };
}

/** Rows of a specification, by column. @param types of the columns of the table, by name */
export function rowsOf(
  spec: TableSpec,
  types: Readonly<Record<string, string>>,
  { seed = "42", first = 1, rows = 1000 } = {},
): Record<string, Value[]> {
  const model = Object.entries(types).map(([name, type]) => column(name, type));
  const domain = specDomain(spec, () => undefined);
  return readBlock(createRowGenerator(seed, model, domain).generate(first, rows));
}

/** The values of one column of 1,000 rows. */
export function valuesOf(generator: Generator, type: string, rows = 1000): Value[] {
  return rowsOf(specOf({ x: generator }), { x: type }, { rows }).x!;
}
