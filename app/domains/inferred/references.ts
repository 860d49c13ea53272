import { besidesNull } from "../spec/besides-null";
import type { Column } from "../../model/column";
import type { OtherKey, TableFacts } from "../../model/table-facts";
import type { Reference, TableSpec } from "../spec/table-spec";
import type { InferredColumn } from "./infer-column";
import { keyOfOther, tableWords } from "./key-of-other";
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
  for (const column of columns) {
    const other = keyOfOther(column, facts);
    if (other === undefined || isSaid(alone.get(column.name), other)) continue;
    const to = nameFor(other, { ...references, ...declared });
    if (to === undefined) continue;
    if (!(to in declared)) references[to] = { table: other.table, skew: SKEW };
    const generator = withNulls(column, { kind: "reference", to });
    found.set(column.name, { generator, rule: `key of ${other.table}`, said: true });
  }
  return { columns: found, references };
}

function isSaid(inferred: InferredColumn | undefined, { form }: OtherKey): boolean {
  if (!inferred?.said) return false;
  const { generator } = inferred;
  const of = besidesNull(generator);
  return !(form.as === "uuid" && of.kind === "identifier" && of.form === "uuid");
}

/** `undefined` where it can't be told which of several references is meant, or no name is free. */
function nameFor(other: OtherKey, taken: NonNullable<TableSpec["references"]>): string | undefined {
  const { table } = other;
  const same = Object.keys(taken).filter((name) => taken[name]!.table === table);
  if (same.length > 0) return same.length === 1 ? same[0] : undefined;
  return [tableWords(other).at(-1) ?? table, table].find((name) => !(name in taken));
}
