import { generatorOf } from "../generator-of";
import { groupValues } from "../group-values";
import { SpecFault } from "../spec-fault";
import type { TableSpec } from "../table-spec";
import { referredColumns } from "./referred-columns";

/**
 * Follows what a column is made of.
 * @param path from the first column to the one that is looked at
 * @throws SpecFault where a column on the way has no generator, or is made of itself
 */
export function checkPath(spec: TableSpec, path: readonly string[]): void {
  const column = path.at(-1)!;
  if (column === spec.key.column) return;
  const generator = generatorOf(spec, column);
  if (generator?.kind === "group") groupValues(spec, generator.group, column);
  if (generator === undefined)
    throw new SpecFault(
      `it is made of the column "${column}", which has no generator`,
      "add one, or name another column",
    );
  for (const other of referredColumns(generator)) {
    if (path.includes(other))
      throw new SpecFault(
        `columns are made of each other: ${[...path, other].join(" <- ")}`,
        "let one of them be drawn by itself",
      );
    checkPath(spec, [...path, other]);
  }
}
