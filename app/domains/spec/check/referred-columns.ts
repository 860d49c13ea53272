import { besidesNull } from "../besides-null";
import type { Generator } from "../generator";
import { generatorOf } from "../generator-of";
import { parseTemplate } from "../kinds/template-parts";
import type { TableSpec } from "../table-spec";

/** The other columns of the row that a generator is made of, and those that stand in it. */
export function referredColumns(generator: Generator): string[] {
  switch (generator.kind) {
    case "after":
      return [generator.column];
    case "between":
      return [generator.from, generator.to];
    case "computed":
      return [...generator.columns];
    case "template":
      return parseTemplate(generator.text).flatMap((part) => (part.as === "column" ? [part.column] : []));
    case "group":
      return generator.per === undefined ? [] : [generator.per];
    case "per":
    case "when":
      return [generator.column, ...referredColumns(generator.of)];
    case "nullable":
      return referredColumns(generator.of);
    case "object":
      return Object.values(generator.fields).flatMap(referredColumns);
    default:
      return [];
  }
}

/** Whether a column is made of rows that are known only when a run starts. */
export function refersToTables(spec: TableSpec, name: string): boolean {
  const generator = generatorOf(spec, name);
  if (generator === undefined) return false;
  const { kind } = besidesNull(generator);
  if (kind === "reference" || kind === "ordinal" || kind === "total") return true;
  return referredColumns(generator).some((other) => refersToTables(spec, other));
}
