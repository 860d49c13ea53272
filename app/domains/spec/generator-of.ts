import type { Generator } from "./generator";
import type { TableSpec } from "./table-spec";

/**
 * What makes a column of a specification's rows, or, for a name such as `customer.country`, of the rows that they
 * refer to.
 * @returns `undefined` where there is no such column
 */
export function generatorOf({ columns, references }: TableSpec, column: string): Generator | undefined {
  const own = columns[column]?.generator;
  if (own !== undefined) return own;
  const dot = column.indexOf(".");
  const to = column.slice(0, dot);
  return dot > 0 && references?.[to] ? { kind: "reference", to, column: column.slice(dot + 1) } : undefined;
}
