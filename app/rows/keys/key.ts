import type { Column } from "../../model/column";
import type { KeyForm } from "../../model/key-form";
import type { ColumnDefinition } from "../column-definition";
import type { ColumnFiller } from "../column-filler";
import type { Factors } from "../factors";

/** How row numbers stand in one column: what fills it, and what statements say of it. */
export interface Key {
  /** The largest row number that the column can hold, at most `Number.MAX_SAFE_INTEGER`. */
  readonly largest: number;
  /** Makes the column's values from `factors.own`. */
  filler(factors: Factors): ColumnFiller;
  /** A row's number as an expression of type UInt64, for rows of which `between` holds. */
  readonly rowNumber: string;
  /**
   * A condition that holds for the rows of the numbers `first` to `last`, both included, at most `largest`, and for
   * no rows that only look like them; the primary index can use it.
   */
  between(first: number, last: number): string;
}

/** All that there is to know of a form of keys, in one file each. */
export interface KeyKind<F extends KeyForm> {
  /** The columns that hold it, for messages: "make it ...". */
  needs(form: F): string;
  /**
   * @param stream name of the stream that what is drawn comes from
   * @returns `undefined` where the column can't hold the form
   */
  key(form: F, column: Column, stream: string): Key | undefined;
  /** Its values for rows that refer to it; absent where they depend on the key column's type. */
  readonly definition?: (form: F, stream: string) => ColumnDefinition;
}
