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
  /** The tables whose filling is watched, with the rows of those that come before them. */
  readonly memory: readonly MemoryRun[];
}

export interface MemoryRun {
  /** In order; the last one is watched. */
  readonly tables: readonly { readonly table: ShopTable; readonly rows: number }[];
  /** Rows in the last table at which the highest memory so far is noted; the last is its size. */
  readonly at: readonly number[];
}
