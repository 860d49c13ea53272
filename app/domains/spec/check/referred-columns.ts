import type { Generator } from "../generator";
import { parseTemplate } from "../kinds/template-parts";

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
    case "nullable":
      return referredColumns(generator.of);
    case "object":
      return Object.values(generator.fields).flatMap(referredColumns);
    default:
      return [];
  }
}
