import { Refusal } from "../../../errors";
import type { OtherKey } from "../../../model/table-facts";
import type { ChildTable, Reference, ReferredRows, TableSpec } from "../table-spec";
import { versionOf } from "../column-version";
import { parentReference } from "./child-counts";
import { referenceMissing } from "./reference-missing";

/** What is known of other tables. */
export interface OtherTables {
  /** The rows that the newest run of a table has written; `undefined` where there is no run. */
  rowsOf(table: string): Promise<ReferredRows | undefined>;
  /** The keys of all tables that runs have filled, or have begun to. */
  keys(): Promise<readonly OtherKey[]>;
  /** The specification of a table, whether it has been filled or not, as it was declared. */
  specOf(table: string): Promise<TableSpec | undefined>;
}

/**
 * A specification with all that it refers to: the runs of the tables that come before it, and the specifications of
 * its children. What is known already stays: rows that were drawn among those of another table are drawn among as
 * many for ever. Only of parents there may be more by now.
 * @throws Refusal `reference-missing` where a table has no run, or no specification
 */
export async function resolveReferences(spec: TableSpec, others: OtherTables): Promise<TableSpec> {
  const parent = parentReference(spec);
  const parents = parent && (await referredRows(spec, parent, others));
  const planned = parents && plannedBy(parents.spec, spec);
  const references: Record<string, Reference> = {};
  for (const [name, reference] of Object.entries(spec.references ?? {})) {
    const rows = name === parent?.name ? parents : (planned?.references?.[name]?.rows ?? reference.rows);
    references[name] = { ...reference, rows: rows ?? (await referredRows(spec, reference, others)) };
  }
  const children: Record<string, ChildTable> = {};
  for (const [name, child] of Object.entries(spec.children ?? {}))
    children[name] = { ...child, spec: child.spec ?? (await childSpec(spec, child.table, others)) };
  return { ...spec, ...(spec.references && { references }), ...(spec.children && { children }) };
}

/**
 * The specification of the children by which their parents' totals were made.
 * @throws Refusal `spec-moved` where the children are to be made in another way now
 */
function plannedBy(parents: TableSpec, spec: TableSpec): TableSpec | undefined {
  const planned = Object.values(parents.children ?? {}).find(({ table }) => table === spec.name)?.spec;
  const moved = Object.entries(planned?.columns ?? {}).find(
    ([name, { generator }]) => versionOf([generator]) !== versionOf([spec.columns[name]?.generator]),
  );
  if (moved === undefined) return planned;
  throw new Refusal(
    "spec-moved",
    `The rows of ${parents.name} hold totals of the rows of ${spec.name}, whose column ${moved[0]} was to be made in another way: make it in that way, or start ${parents.name} over with --reset`,
    { table: parents.name, column: moved[0] },
  );
}

async function referredRows(
  spec: TableSpec,
  { table }: Reference,
  others: OtherTables,
): Promise<ReferredRows> {
  const rows = await others.rowsOf(table);
  if (rows === undefined) throw referenceMissing(spec.name, table);
  return rows;
}

/** Its reference to its parents stays open: they are the rows that are being made. */
async function childSpec(spec: TableSpec, table: string, others: OtherTables): Promise<TableSpec> {
  const child = await others.specOf(table);
  const parent = child && parentReference(child);
  if (child === undefined || parent?.table !== spec.name) {
    throw new Refusal(
      "reference-missing",
      `${spec.name} has totals of its children in ${table}, whose rows have no rows of ${spec.name} for parents: declare that reference with "children" in ${table}`,
      { table },
    );
  }
  const open = Object.entries(child.references!).filter(([name]) => name !== parent.name);
  const resolved = await resolveReferences({ ...child, references: Object.fromEntries(open) }, others);
  const { [parent.name]: itself } = child.references!;
  return { ...resolved, references: { ...resolved.references, [parent.name]: itself! } };
}
