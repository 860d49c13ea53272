import type { Column } from "../../../model/column";
import { referredColumns } from "../../spec/check/referred-columns";
import { generatorOf } from "../../spec/generator-of";
import type { Generator } from "../../spec/generator";
import type { ColumnSpec, TableSpec } from "../../spec/table-spec";
import { fitted } from "../rules/fit";
import { withNulls } from "../rules/null-share";
import type { InferredAlone } from "../inferred-alone";
import { takesIn } from "../takes";
import { agents } from "./agents";
import { amounts } from "./amounts";
import { withAttributes } from "./attributes";
import { logs } from "./logs";
import { machines } from "./machines";
import { moments } from "./moments";
import { pages } from "./pages";
import type { Pair, Paired } from "./pair";
import { persons } from "./persons";
import { places } from "./places";
import { products } from "./products";
import { spreads } from "./spreads";
import { tickets } from "./tickets";

/** All ways in which columns belong together; they share no column. */
const PAIRS: readonly Pair[] = [
  places,
  persons,
  products,
  agents,
  pages,
  amounts,
  spreads,
  moments,
  logs,
  tickets,
  machines,
];

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
      const made = columns.filter((other) => settled.has(other.name) && isMadeOf(next, other.name, name));
      if ([column, ...made].every((other) => takesIn(other, next))) all = next;
    }
  }
  return withAttributes(all, columns, (name) => settled.has(name));
}

/** Whether a column is made of another one, by way of any others. */
function isMadeOf(spec: TableSpec, name: string, other: string, seen = new Set<string>()): boolean {
  const generator = generatorOf(spec, name);
  if (generator === undefined || seen.has(name)) return false;
  seen.add(name);
  const leads = referredColumns(generator);
  return leads.includes(other) || leads.some((lead) => isMadeOf(spec, lead, other, seen));
}

/** Columns that the table does not have, of which others are made: the first name in a full name. */
export function partsOfColumns(alone: InferredAlone): TableSpec["columns"] {
  const parts = foundPairs(alone, {}).map((found) => partsIn(found, alone.columns));
  return Object.assign({}, ...parts) as TableSpec["columns"];
}

function foundPairs(
  { spec, columns, inferred, timeKey }: InferredAlone,
  staying: TableSpec["columns"],
): readonly Paired[] {
  const known = columns.filter(({ name }) => inferred.has(name) || name in staying);
  const alone = { ...staying, ...spec.columns };
  if (timeKey === undefined) return PAIRS.map((pair) => pair(known, alone, spec.name, staying));
  const { column, rising } = timeKey;
  const rule = `in step with ${column.name}`;
  return PAIRS.map((pair) => {
    const all = [...known, column];
    const found = pair(all, { ...alone, [column.name]: { generator: rising, rule } }, spec.name, staying);
    const beside = `${column.name}.slot`;
    const { [column.name]: _, ...paired } = found.columns;
    const moved = Object.entries(paired).map(
      ([name, { generator, rule }]) =>
        [name, { generator: instead(generator, column.name, beside), rule }] as const,
    );
    const isMade = moved.some(([, { generator }]) => referredColumns(generator).includes(beside));
    const parts = isMade ? { [beside]: { generator: rising, rule } } : {};
    return { ...found, columns: { ...parts, ...Object.fromEntries(moved) } };
  });
}

/** A generator made of a time beside a key instead of it: that may be earlier by a part of its slot. */
function instead(generator: Generator, column: string, other: string): Generator {
  if (generator.kind === "when") return { ...generator, of: instead(generator.of, column, other) };
  if (generator.kind === "after" && generator.column === column)
    return { ...generator, column: other, min: Math.max(generator.min, 1) };
  if (generator.kind === "computed" && generator.columns.includes(column)) {
    return { ...generator, columns: generator.columns.map((name) => (name === column ? other : name)) };
  }
  return generator;
}

function partsIn({ columns: paired }: Paired, columns: readonly Column[]): TableSpec["columns"] {
  const parts = Object.entries(paired).filter(([name]) => !columns.some((column) => column.name === name));
  return Object.fromEntries(parts);
}
