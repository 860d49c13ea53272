import type { Column } from "../../model/column";
import type { Generator } from "../spec/generator";
import type { TableSpec } from "../spec/table-spec";
import type { InferredColumn } from "./infer-column";

/** What is inferred of each column by itself. */
export interface InferredAlone {
  /**
   * Columns that only their type tells of are omitted: what fills a type fills them. Columns that the table does not
   * have are parts of others.
   */
  readonly spec: TableSpec;
  /** All but the key that may be filled. */
  readonly columns: readonly Column[];
  readonly inferred: ReadonlyMap<string, InferredColumn>;
  /** The key, where it is a time. */
  readonly timeKey?: TimeKey | undefined;
}

/** Nothing can be made of a key that is a time; but a time that rises as fast lies in the same slots. */
export interface TimeKey {
  readonly column: Column;
  readonly rising: Generator;
}
