import type { OlapTable } from "@514labs/moose-lib";
import type { ChildCounts, Reference } from "../table-spec";
import type { ColumnsOf } from "./column-value";

/** Rows of another table that rows refer to: what `dataFaker` has declared for it, or `{ table }`. */
export interface DeclaredReference extends Pick<Reference, "skew" | "orphans"> {
  readonly to: { readonly table: OlapTable<any> };
  /** The rows are children of the other table's: so many each. One reference of a table at most has it. */
  readonly children?: ChildCounts;
}

/** The tables that rows refer to, by names of your own. */
export type References = Readonly<Record<string, DeclaredReference>>;
export type NoReferences = Readonly<Record<never, DeclaredReference>>;

/** The rows that a reference leads to. */
export type RowOf<R> = R extends { readonly to: { readonly table: OlapTable<infer Row> } } ? Row : never;

/** The columns of referred rows that hold values of a type, as `name.column`. */
export type RelatedOf<R, V> = {
  [Name in keyof R & string]: `${Name}.${ColumnsOf<RowOf<R[Name]>, V>}`;
}[keyof R & string];
