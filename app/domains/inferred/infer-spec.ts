import type { Column } from "../../model/column";
import type { TableFacts } from "../../model/table-facts";
import type { TableSpec } from "../spec/table-spec";
import { inferColumn, type InferredColumn } from "./infer-column";
import { inferKey } from "./infer-key";
import { inferReferences } from "./references";
import { withPairs } from "./pairs/pairs";

/**
 * What the rows of a table are, as far as it can be told from the table alone: the same facts, the same rows. A
 * column's generator depends on no other column but those that it belongs together with (see `pairs/`). Columns that
 * only their type tells of are omitted: what fills a type fills them.
 * @param key where it is known already
 * @param declared references to other tables that somebody declared
 * @throws Refusal `key-missing` where no column can hold a row's number
 */
export function inferSpec(
  facts: TableFacts,
  key: TableSpec["key"] = inferKey(facts),
  declared: NonNullable<TableSpec["references"]> = {},
): TableSpec {
  const others = facts.model.filter((column) => column.name !== key.column && isFilled(column));
  const alone = new Map<string, InferredColumn>();
  for (const column of others) {
    const inferred = inferColumn(column, facts, key);
    if (inferred) alone.set(column.name, inferred);
  }
  for (const column of others)
    if (nestedParts(column, others).some((part) => !alone.has(part.name))) alone.delete(column.name);
  const referring = inferReferences(others, alone, facts, declared);
  for (const [name, inferred] of referring.columns) alone.set(name, inferred);
  const columns = Object.fromEntries(
    [...alone].map(([name, { generator, rule }]) => [name, { generator, rule }]),
  );
  const { references } = referring;
  const spec = {
    name: facts.name,
    key: { column: key.column, form: key.form },
    columns,
    ...(Object.keys(references).length > 0 && { references }),
  };
  return withPairs(spec, others, alone);
}

/** The columns whose arrays have one length in each row: they are inferred together or not at all. */
function nestedParts({ name, type }: Column, columns: readonly Column[]): readonly Column[] {
  const prefix = /^.+\./s.exec(name)?.[0];
  if (prefix === undefined || type.kind !== "array") return [];
  return columns.filter((column) => column.name.startsWith(prefix) && column.type.kind === "array");
}

/** What the server computes itself, or by what an engine takes rows for deleted, is not inferred. */
function isFilled({ defaultKind, marksDeleted }: Column): boolean {
  return !marksDeleted && (defaultKind === "" || defaultKind === "DEFAULT");
}
