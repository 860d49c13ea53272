import { besidesNull } from "../spec/besides-null";
import type { Column } from "../../model/column";
import type { OtherKey, TableFacts } from "../../model/table-facts";
import type { Reference, TableSpec } from "../spec/table-spec";
import type { InferredColumn } from "./infer-column";
import { keyOfOther, type Referred, tableWords } from "./key-of-other";
import { withNulls } from "./rules/null-share";

/** A few rows of the other table are referred to often, and most of them at some time. */
const SKEW = { zipf: 0.5 };

/** Columns that are keys of other tables, with what they refer to. */
export interface InferredReferences {
  readonly columns: ReadonlyMap<string, InferredColumn>;
  readonly references: Readonly<Record<string, Reference>>;
}

/**
 * Finds the columns that are keys of other tables. What somebody said of a column stays, but for saying that it is a
 * UUID where the key is one.
 * @param alone what is inferred of each column by itself
 * @param declared references that somebody declared: of those to the same table, the only one is taken
 */
export function inferReferences(
  columns: readonly Column[],
  alone: ReadonlyMap<string, InferredColumn>,
  facts: TableFacts,
  declared: NonNullable<TableSpec["references"]>,
): InferredReferences {
  const found = new Map<string, InferredColumn>();
  const references: Record<string, Reference> = {};
  const usual = new Map<string, string>();
  for (const column of columns) {
    const referred = keyOfOther(column, facts);
    if (referred === undefined || isSaid(alone.get(column.name), referred.key)) continue;
    const { table } = referred.key;
    const to = nameFor(referred, references, declared, usual);
    if (to === undefined) continue;
    if (!(to in declared)) references[to] = { table, skew: SKEW };
    if (referred.role === undefined) usual.set(table, to);
    const generator = withNulls(column, { kind: "reference", to });
    found.set(column.name, { generator, rule: `key of ${table}`, said: true });
  }
  return { columns: found, references };
}

function isSaid(inferred: InferredColumn | undefined, { form }: OtherKey): boolean {
  if (!inferred?.said) return false;
  const { generator } = inferred;
  const of = besidesNull(generator);
  return !(form.as === "uuid" && of.kind === "identifier" && of.form === "uuid");
}

/**
 * By its role, or else as all columns in no role.
 * @param usual the names of inferred references in no role, by table
 * @returns `undefined` where it can't be told which of several references is meant, or no name is free
 */
function nameFor(
  { key, role }: Referred,
  inferred: NonNullable<TableSpec["references"]>,
  declared: NonNullable<TableSpec["references"]>,
  usual: ReadonlyMap<string, string>,
): string | undefined {
  const { table } = key;
  const word = tableWords(key).at(-1) ?? table;
  const isFree = (name: string): boolean => !(name in declared || name in inferred);
  if (role !== undefined)
    return declared[role]?.table === table ? role : [role, `${role}_${word}`].find(isFree);
  const known = usual.get(table);
  if (known !== undefined) return known;
  const same = Object.keys(declared).filter((name) => declared[name]!.table === table);
  if (same.length > 0) return same.length === 1 ? same[0] : undefined;
  return [word, table].find(isFree);
}
