import { besidesNull } from "./besides-null";
import { Refusal } from "../../errors";
import { quoted } from "../../request/quoted";
import type { Generator } from "./generator";
import { columnVersion, versionOf } from "./column-version";
import type { ColumnSpec, TableSpec } from "./table-spec";

/** What is said of a table's rows, in code or in a file; the rest is kept or inferred. */
export interface GivenSpec extends Partial<Pick<TableSpec, "groups" | "references" | "children">> {
  /** A column's name alone: how the number stands there is inferred. */
  readonly key?: TableSpec["key"] | string;
  readonly columns?: Readonly<Record<string, Generator | ColumnSpec>>;
}

/** The parts that a {@link GivenSpec} may have. */
export const GIVEN_PARTS = ["key", "columns", "groups", "references", "children"] as const;

/** Parts of a specification that are collections by name, beside its columns. */
const PARTS = ["groups", "references", "children"] as const;

/** Whether anything is said. */
export function isGiven(given: GivenSpec): boolean {
  return Object.values(given as Record<string, object | undefined>).some(
    (part) => part !== undefined && Object.keys(part).length > 0,
  );
}

/** What is said in two places; of a column, a part of that name or the key that both speak of, `above` holds. */
export function overlaid(below: GivenSpec, above: GivenSpec): GivenSpec {
  const parts = (["columns", ...PARTS] as const).flatMap((part) =>
    below[part] || above[part] ? [[part, { ...below[part], ...above[part] }] as const] : [],
  );
  return { ...below, ...above, ...Object.fromEntries(parts) };
}

/**
 * The specification that holds: of each column and part what is given, else what was kept, else what is inferred.
 * @param inferred with the key that holds
 * @param filled the columns that the run has filled: those that were not kept were filled by their type, and still are
 */
export function mergeSpecs(
  inferred: TableSpec,
  kept: TableSpec | undefined,
  given: GivenSpec,
  filled: readonly string[] = [],
): TableSpec {
  const { key } = inferred;
  const others: Record<string, ColumnSpec> = { ...inferred.columns };
  for (const name of [key.column, ...filled]) delete others[name];
  const columns: Record<string, ColumnSpec> = { ...others, ...kept?.columns, ...saidOf(given) };
  delete columns[key.column];
  const said = {
    ...given,
    references: withFound(given.references, kept?.references),
    children: withFound(given.children, kept?.children),
  };
  const guessed = { ...inferred, references: stillMeant(inferred.references, columns) };
  const parts = PARTS.flatMap((part) => {
    const merged = { ...guessed[part], ...kept?.[part], ...said[part] };
    return Object.keys(merged).length === 0 ? [] : [[part, merged] as const];
  });
  return { name: kept?.name ?? inferred.name, key, columns, ...Object.fromEntries(parts) };
}

/** Of references that are inferred, those that a column still has. */
function stillMeant(
  references: TableSpec["references"] = {},
  columns: TableSpec["columns"],
): NonNullable<TableSpec["references"]> {
  const meant = Object.values(columns).flatMap(({ generator }) => {
    const of = besidesNull(generator);
    return of.kind === "reference" ? of.to : [];
  });
  return Object.fromEntries(Object.entries(references).filter(([name]) => meant.includes(name)));
}

/** What is given, with what the run that goes on has found of other tables. */
function withFound<Part extends object>(
  given: Readonly<Record<string, Part>> = {},
  kept: Readonly<Record<string, { readonly rows?: object; readonly spec?: object }>> = {},
): Record<string, Part> {
  const entries = Object.entries(given).map(([name, part]) => {
    const { rows, spec } = kept[name] ?? {};
    return [name, { ...(rows && { rows }), ...(spec && { spec }), ...part }] as const;
  });
  return Object.fromEntries(entries);
}

function saidOf({ columns = {} }: GivenSpec): Record<string, ColumnSpec> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, said]) => [
      name,
      typeof said === "object" && said !== null && "generator" in said
        ? said
        : { generator: said, rule: "as given" },
    ]),
  );
}

/**
 * @param kept of the run that goes on
 * @param now the same, merged with what is given
 * @param filled the columns that the run has filled
 * @throws Refusal `spec-moved` where rows made by `now` would not go on from the run's
 */
export function refuseMovedSpec(kept: TableSpec, now: TableSpec, filled: readonly string[]): void {
  const moved = Object.keys(now.columns).filter((name) =>
    name in kept.columns ? columnVersion(now, name) !== columnVersion(kept, name) : filled.includes(name),
  );
  if (versionOf(now.key) !== versionOf(kept.key)) moved.unshift(now.key.column);
  if (moved.length > 0) throw specMoved(moved);
}

/** What to do where columns are to be made in another way than those of the run that goes on. */
export function specMoved(columns: readonly string[]): Refusal {
  return new Refusal(
    "spec-moved",
    `The run that goes on was started with other generators of ${columns.map((name) => quoted(name)).join(", ")}; rows made now would not match its first ones: start over with --reset, start a separate run with --start-image-id, or go on with the ledger's specification, which explain --write-spec writes`,
    { columns },
  );
}
