import type { ColumnValues } from "../../model/types/column-values";

/**
 * Brings the first `count` values of its source into the column's type. The result is valid until the next
 * call.
 */
export type Converter = (count: number) => ColumnValues;
