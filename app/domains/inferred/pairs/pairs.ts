import type { Column } from "../../../model/column";
import type { ColumnSpec, TableSpec } from "../../spec/table-spec";
import { fitted } from "../rules/fit";
import { withNulls } from "../rules/null-share";
import type { InferredAlone } from "../inferred-alone";
import { takesIn } from "../takes";
import { agents } from "./agents";
import { amounts } from "./amounts";
import { logs } from "./logs";
import { moments } from "./moments";
import { pages } from "./pages";
import type { Pair, Paired } from "./pair";
import { persons } from "./persons";
import { places } from "./places";
import { products } from "./products";
import { tickets } from "./tickets";

/** All ways in which columns belong together; they share no column. */
const PAIRS: readonly Pair[] = [places, persons, products, agents, pages, amounts, moments, logs, tickets];

/**
 * A specification with the columns that belong together made so. What somebody said of a column stays, and so does what
 * is inferred of it alone where it can't be made of the others as they are.
 * @param spec of the columns as they are inferred alone, or otherwise where they stay
 * @param settled names of the columns that stay as they are
 */
export function withPairs(spec: TableSpec, alone: InferredAlone, settled: ReadonlySet<string>): TableSpec {
  const { columns, inferred } = alone;
  const staying = Object.fromEntries(Object.entries(spec.columns).filter(([name]) => settled.has(name)));
  let all = spec;
  for (const found of foundPairs(alone, staying)) {
    const groups = { ...found.groups, ...all.groups };
    const grouped = { ...all, ...(Object.keys(groups).length > 0 && { groups }) };
    all = { ...all, columns: { ...partsIn(found, columns), ...all.columns } };
    for (const column of columns) {
      const { name, type } = column;
      const paired = found.columns[name];
      if (!paired || settled.has(name) || inferred.get(name)!.said) continue;
      const generator = fitted(paired.generator, type);
      if (generator === undefined) continue;
      const own: ColumnSpec = { generator: withNulls(column, generator), rule: paired.rule };
      const next = { ...grouped, columns: { ...all.columns, [name]: own } };
      if (takesIn(column, next)) all = next;
    }
  }
  return all;
}

/** Columns that the table does not have, of which others are made: the first name in a full name. */
export function partsOfColumns(alone: InferredAlone): TableSpec["columns"] {
  const parts = foundPairs(alone, {}).map((found) => partsIn(found, alone.columns));
  return Object.assign({}, ...parts) as TableSpec["columns"];
}

function foundPairs(
  { spec, columns, inferred }: InferredAlone,
  staying: TableSpec["columns"],
): readonly Paired[] {
  const known = columns.filter(({ name }) => inferred.has(name) || name in staying);
  return PAIRS.map((pair) => pair(known, { ...staying, ...spec.columns }, spec.name, staying));
}

function partsIn({ columns: paired }: Paired, columns: readonly Column[]): TableSpec["columns"] {
  const parts = Object.entries(paired).filter(([name]) => !columns.some((column) => column.name === name));
  return Object.fromEntries(parts);
}
