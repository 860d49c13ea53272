import type { KeyForm } from "../../model/key-form";
import type { Generator, Scalar, Skew } from "./generator";

/** What the rows of a table are, as plain data: JSON that threads, files and the ledger hold. */
export interface TableSpec {
  /** By which its streams are named: tables of different names are independent of each other under one seed. */
  readonly name: string;
  readonly key: { readonly column: string; readonly form: KeyForm };
  /** All columns but the key, by name. */
  readonly columns: Readonly<Record<string, ColumnSpec>>;
  /** Rows of other tables that its rows refer to, by a name. */
  readonly references?: Readonly<Record<string, Reference>>;
  /** Tables whose rows are children of its rows, as far as a `total` is taken of them, by a name. */
  readonly children?: Readonly<Record<string, ChildTable>>;
  /** Correlated columns by a name: one of the rows is drawn, by its weight, and gives the values of all. */
  readonly groups?: Readonly<Record<string, readonly GroupRow[]>>;
}

export interface ColumnSpec {
  readonly generator: Generator;
  /** Which rule chose it, for who asks why: no part of the values. */
  readonly rule: string;
}

export interface GroupRow {
  /** 0 or more; not all are 0. */
  readonly weight: number;
  readonly values: Readonly<Record<string, Scalar | Generator>>;
}

/** Which row of another table a row refers to. */
export interface Reference {
  /** The other table's name, without its database. */
  readonly table: string;
  /**
   * The rows are children of the other table's: so many each, numbered from 1 on one parent after another, the
   * parents from row 1 on. One reference of a table at most has it.
   */
  readonly children?: ChildCounts;
  /** Which rows are drawn most often: the first ones by Zipf's law. Default: all alike. */
  readonly skew?: Skew;
  /** The share of rows that refer to a row that is not there. Default 0. */
  readonly orphans?: number;
  /** The other table's rows as they were when the run began: it is part of the rows. */
  readonly rows?: ReferredRows;
}

/** From `min` to `max` children of a parent, both included: all numbers alike often, or skewed: most have `min`. */
export interface ChildCounts {
  readonly min: number;
  readonly max: number;
  readonly skew?: Skew;
}

/** Rows that others refer to. */
export interface ReferredRows {
  readonly spec: TableSpec;
  readonly seed: string;
  readonly firstRow: number;
  readonly rows: number;
}

/** Rows that have this table's rows for parents. */
export interface ChildTable {
  readonly table: string;
  /** That table's specification, filled in when a run starts; its reference to this table is left open. */
  readonly spec?: TableSpec;
}
