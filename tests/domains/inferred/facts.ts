import type { TableFacts } from "../../../app/model/table-facts";
import type { ValueSchema } from "../../../app/model/value-schema";
import { modelOf } from "../../rows/default-model";

/** Facts of a table, from lines `name type -- comment`. */
export function facts(
  name: string,
  columns: string,
  orderBy: readonly string[],
  more: { primaryKey?: readonly string[]; replaces?: boolean; schemas?: Record<string, ValueSchema> } = {},
): TableFacts {
  const lines = columns.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
  const parts = lines.map((line) => line.split(" -- "));
  return {
    name,
    model: modelOf(parts.map(([column]) => column).join("\n")),
    comments: Object.fromEntries(
      parts.flatMap(([column, comment]) => (comment ? [[column!.split(" ")[0]!, comment]] : [])),
    ),
    sortingKey: orderBy,
    ...more,
  };
}
