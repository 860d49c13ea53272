import type { ColumnValues } from "../model/types/column-values";

/**
 * The rows of one batch, held as columns. The arrays belong to the maker of the block and are used again for
 * its next block: encode or copy before asking for another.
 */
export interface RowBlock {
  /** Number of the first row, a safe integer; row i has `firstRow + i`, unless several ranges were asked for. */
  readonly firstRow: number;
  readonly rows: number;
  /** The columns that are sent, in the model's order: those that the generator fills. */
  readonly columns: readonly { readonly name: string; readonly values: ColumnValues }[];
}
