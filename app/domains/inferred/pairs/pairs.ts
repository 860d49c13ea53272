import type { Column } from "../../../model/column";
import type { ColumnSpec, TableSpec } from "../../spec/table-spec";
import { fitted } from "../rules/fit";
import { withNulls } from "../rules/null-share";
import type { InferredColumn } from "../infer-column";
import { takesIn } from "../takes";
import { agents } from "./agents";
import { amounts } from "./amounts";
import { logs } from "./logs";
import { moments } from "./moments";
import { pages } from "./pages";
import type { Pair } from "./pair";
import { persons } from "./persons";
import { places } from "./places";
import { products } from "./products";
import { tickets } from "./tickets";

/** All ways in which columns belong together; they share no column. */
const PAIRS: readonly Pair[] = [places, persons, products, agents, pages, amounts, moments, logs, tickets];

/**
 * A specification with the columns that belong together made so. What somebody said of a column stays, and so does what
 * is inferred of it alone where its type can't hold the other.
 */
export function withPairs(
  spec: TableSpec,
  columns: readonly Column[],
  alone: ReadonlyMap<string, InferredColumn>,
): TableSpec {
  let all = spec;
  const known = columns.filter(({ name }) => alone.has(name));
  for (const pair of PAIRS) {
    const found = pair(known, spec.columns, spec.name);
    const groups = { ...all.groups, ...found.groups };
    const grouped = { ...all, ...(Object.keys(groups).length > 0 && { groups }) };
    // Columns that the table does not have, of which others are made.
    const hidden = Object.entries(found.columns).filter(
      ([name]) => !alone.has(name) && !columns.some((column) => column.name === name),
    );
    if (hidden.length > 0) all = { ...all, columns: { ...all.columns, ...Object.fromEntries(hidden) } };
    for (const column of known) {
      const paired = found.columns[column.name];
      const generator =
        paired && !alone.get(column.name)!.said ? fitted(paired.generator, column.type) : undefined;
      if (generator === undefined) continue;
      const own: ColumnSpec = { generator: withNulls(column, generator), rule: paired!.rule };
      const next = { ...grouped, columns: { ...all.columns, [column.name]: own } };
      if (takesIn(column, next)) all = next;
    }
  }
  return all;
}
