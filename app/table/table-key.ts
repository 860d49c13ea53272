import type { Column, Model } from "../model/column";
import type { Range } from "../plan/range";
import type { Domain } from "../rows/domain";
import { keyIn } from "../rows/keys/keys";
import type { TableName } from "../server/table-name";
import type { Spread } from "./shards";

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
  /** A row's number as an expression of type UInt64, for rows of which `within` holds. */
  readonly rowNumber: string;
  /**
   * A condition that holds for the rows of a range, and for no rows that only look like them; the primary index can
   * use it. No rows are beyond `largest`.
   */
  within(range: Range): string;
}

/** A table whose rows can be asked for by number. */
export interface KeyedTable extends Spread {
  readonly name: TableName;
  readonly key: TableKey;
  /** Whether its servers are replicas that fetch rows from others. Default: not. */
  readonly replicated?: boolean;
}

/** The key of a table's rows. */
export function tableKey(model: Model, domain: Pick<Domain, "name" | "key" | "keyForm">): TableKey {
  const column = model.find(({ name }) => name === domain.key);
  const key = column && keyIn(column, domain);
  return {
    name: domain.key,
    column,
    largest: key?.largest,
    rowNumber: key?.rowNumber ?? "0",
    within({ first, rows }) {
      const last = Math.min(first + rows - 1, key?.largest ?? -1);
      return key === undefined || first > last ? "0" : key.between(first, last);
    },
  };
}
