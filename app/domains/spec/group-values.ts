import type { Generator, Scalar } from "./generator";
import { SpecFault } from "./spec-fault";
import type { TableSpec } from "./table-spec";

/**
 * What each row of a group has for a column.
 * @throws SpecFault where there is no such group, or a row has nothing
 */
export function groupValues(
  { groups }: TableSpec,
  name: string,
  column: string,
): readonly (Scalar | Generator)[] {
  const rows = groups?.[name];
  if (rows === undefined) throw new SpecFault(`there is no group "${name}"`, `add it to "groups"`);
  return rows.map(({ values }) => {
    const value = values[column];
    if (value === undefined)
      throw new SpecFault(`a row of the group "${name}" has no value for it`, "give one in each row");
    return value;
  });
}
