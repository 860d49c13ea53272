import type { Column } from "../../model/column";
import type { TableFacts } from "../../model/table-facts";
import type { TableSpec } from "../spec/table-spec";
import { inferColumn, type InferredColumn } from "./infer-column";
import type { InferredAlone, TimeKey } from "./inferred-alone";
import { inferKey } from "./infer-key";
import { inferReferences } from "./references";
import { partsOfColumns, withPairs } from "./pairs/pairs";
import { risingWith } from "./rules/by-time";
import { fitted } from "./rules/fit";

/**
 * What is inferred of each column by itself.
 * @param key where it is known already
 * @param declared references to other tables that somebody declared
 * @throws Refusal `key-missing` where no column can hold a row's number
 */
export function inferAlone(
  facts: TableFacts,
  { column: keyColumn, form }: TableSpec["key"] = inferKey(facts),
  declared: NonNullable<TableSpec["references"]> = {},
): InferredAlone {
  const key = { column: keyColumn, form };
  const others = facts.model.filter((column) => column.name !== key.column && isFilled(column));
  const inferred = new Map<string, InferredColumn>();
  for (const column of others) {
    const found = inferColumn(column, facts, key);
    if (found) inferred.set(column.name, found);
  }
  for (const column of others)
    if (nestedParts(column, others).some((part) => !inferred.has(part.name))) inferred.delete(column.name);
  const { columns: referring, references } = inferReferences(others, inferred, facts, declared);
  for (const [name, found] of referring) inferred.set(name, found);
  const columns = Object.fromEntries(
    [...inferred].map(([name, { generator, rule }]) => [name, { generator, rule }]),
  );
  const hasReferences = Object.keys(references).length > 0;
  const spec = { name: facts.name, key, columns, ...(hasReferences && { references }) };
  const alone = { spec, columns: others, inferred, timeKey: timeKeyOf(facts, key) };
  return { ...alone, spec: { ...spec, columns: { ...partsOfColumns(alone), ...columns } } };
}

/**
 * What the rows of a table are, as far as it can be told from the table alone: the same facts, the same rows. A
 * column's generator depends on no other column but those that it belongs together with (see `pairs/`).
 * @throws as {@link inferAlone}
 */
export function inferSpec(facts: TableFacts, key?: TableSpec["key"]): TableSpec {
  const alone = inferAlone(facts, key);
  return withPairs(alone.spec, alone, new Set());
}

function timeKeyOf(facts: TableFacts, key: TableSpec["key"]): TimeKey | undefined {
  const column = facts.model.find(({ name }) => name === key.column);
  if (column === undefined || key.form.as !== "time") return undefined;
  const rising = fitted(risingWith(key, facts), column.type);
  return rising && { column, rising };
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
