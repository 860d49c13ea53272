import type { Column, Model } from "../model/column";
import { quoteIdentifier } from "../model/quoting";
import type { Range } from "../plan/range";
import { largestRow } from "../rows/largest-row";
import type { TableName } from "../server/table-name";

/** How statements speak of the rows' numbers. All that asks for or removes rows by number goes through it. */
export interface TableKey {
  /** Of the column in which a row's number stands. */
  readonly name: string;
  /** `undefined` where the table has no such column. */
  readonly column: Column | undefined;
  /**
   * The largest row number that the column can hold, at most `Number.MAX_SAFE_INTEGER`; `undefined` where the
   * column is missing or can hold none: then the rest is not to be used.
   */
  readonly largest: number | undefined;
  /** A row's number as an expression of type UInt64. */
  readonly rowNumber: string;
  /** A condition that holds for the rows of a range and that the primary index can use. */
  within(range: Range): string;
}

/** A table whose rows can be asked for by number. */
export interface KeyedTable {
  readonly name: TableName;
  readonly key: TableKey;
}

/** The key that is an integer column: the row's number itself. */
export function integerKey(name: string, model: Model): TableKey {
  const column = model.find((column) => column.name === name);
  const quoted = quoteIdentifier(name);
  return {
    name,
    column,
    largest: column && largestRow(column),
    rowNumber: `toUInt64(${quoted})`,
    within: ({ first, rows }) => `${quoted} BETWEEN ${first} AND ${first + rows - 1}`,
  };
}
