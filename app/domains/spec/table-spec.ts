import type { KeyForm } from "../../model/key-form";
import type { Generator, Scalar } from "./generator";

/** What the rows of a table are, as plain data: JSON that threads, files and the ledger hold. */
export interface TableSpec {
  /** By which its streams are named: tables of different names are independent of each other under one seed. */
  readonly name: string;
  readonly key: { readonly column: string; readonly form: KeyForm };
  /** All columns but the key, by name. */
  readonly columns: Readonly<Record<string, ColumnSpec>>;
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
