import { keyOfOther, keyWithin } from "../../domains/inferred/key-of-other";
import type { GivenSpec } from "../../domains/spec/given-spec";
import { parentReference } from "../../domains/spec/relations/child-counts";
import type { OtherTables } from "../../domains/spec/relations/resolve-references";
import type { ReferredRows, TableSpec } from "../../domains/spec/table-spec";
import { Refusal } from "../../errors";
import type { OtherKey, TableFacts } from "../../model/table-facts";

/**
 * The keys of other tables that columns are, as far as rows may refer to them without anybody having said so: a
 * complete run has filled the table, its rows don't refer to this table themselves, and the columns hold as many.
 */
export async function keysToReferTo(
  facts: TableFacts,
  given: GivenSpec,
  others: OtherTables,
): Promise<OtherKey[]> {
  const otherKeys = await others.keys();
  const wanted = facts.model.flatMap((column) => {
    const key = keyOfOther(column, { ...facts, otherKeys })?.key;
    return key ? [{ column, key }] : [];
  });
  if (wanted.length === 0 || (await isPlanned(facts.name, given, others))) return [];
  const found = new Set<OtherKey>();
  for (const { column, key } of wanted) {
    const rows = await completeRows(key.table, others);
    if (rows === undefined || refersTo(rows.spec, facts.name)) continue;
    if (rows.firstRow + rows.rows - 1 <= keyWithin(column, key)!.largest) found.add(key);
  }
  return [...found];
}

/** Whether the parents hold totals of the rows: these are made as was declared when the parents were made. */
async function isPlanned(table: string, given: GivenSpec, others: OtherTables): Promise<boolean> {
  const parent = parentReference(given);
  const parents = parent && (await completeRows(parent.table, others));
  return Object.values(parents?.spec.children ?? {}).some((child) => child.table === table);
}

async function completeRows(table: string, others: OtherTables): Promise<ReferredRows | undefined> {
  try {
    return await others.rowsOf(table);
  } catch (error) {
    if (error instanceof Refusal && error.code === "reference-missing") return undefined;
    throw error;
  }
}

/** Whether the rows refer to those of a table, directly or not. */
function refersTo({ references = {} }: TableSpec, table: string): boolean {
  return Object.values(references).some(
    (reference) => reference.table === table || (reference.rows && refersTo(reference.rows.spec, table)),
  );
}
