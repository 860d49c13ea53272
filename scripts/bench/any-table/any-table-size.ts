import type { ShopTable } from "./shop-tables";

/** How much is done with the tables of `examples/shop`. */
export interface AnyTableSize {
  readonly rounds: number;
  /** Of each table, end to end and made. */
  readonly rows: number;
  /** Of those that take milliseconds a row. */
  readonly slowRows: number;
  /** Rows of a block of ours, where nothing is loaded. */
  readonly blockRows: number;
  /** Rows an insert of objects. */
  readonly batch: number;
  readonly longRuns: readonly LongRunSize[];
}

export interface LongRunSize {
  /** What its rows refer to, in order. */
  readonly parents: readonly { readonly table: ShopTable; readonly rows: number }[];
  readonly table: ShopTable;
  /** Rows in the table at which the highest memory so far is noted; the last is its size. */
  readonly at: readonly number[];
}
