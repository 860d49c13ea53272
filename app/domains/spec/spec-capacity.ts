import type { Domain } from "../../rows/domain";
import type { Generator } from "./generator";
import { lastRising } from "./kinds/rising";
import type { TableSpec } from "./table-spec";

/** The tightest bound of a specification; `undefined` where it has none. */
export function specCapacity({ columns }: TableSpec): Domain["capacity"] {
  return Object.entries(columns)
    .map(([column, { generator }]) => ({ column, largestRow: largestRowOf(generator) }))
    .filter(({ largestRow }) => largestRow < Infinity)
    .sort((a, b) => a.largestRow - b.largestRow)[0];
}

function largestRowOf(generator: Generator): number {
  switch (generator.kind) {
    case "unique":
      // Rows are numbered from 1 on, unless from 0.
      return generator.max - generator.min + 1;
    case "rising":
      return lastRising(generator);
    case "per":
    case "nullable":
    case "when":
      return largestRowOf(generator.of);
    case "object":
      return Math.min(...Object.values(generator.fields).map(largestRowOf));
    default:
      return Infinity;
  }
}
