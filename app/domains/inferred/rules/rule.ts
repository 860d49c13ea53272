import type { Column } from "../../../model/column";
import type { TableFacts } from "../../../model/table-facts";
import type { Generator } from "../../spec/generator";
import type { TableSpec } from "../../spec/table-spec";

/** What is inferred of a column. */
export interface Inferred {
  readonly generator: Generator;
  /** Why, in a few words. */
  readonly rule: string;
}

/**
 * A way to infer a column's values from what is known of it, in the order of preference: the first that its type can
 * hold is taken. It sees the other columns as far as the key and ORDER BY name them, and no more.
 */
export type Rule = (column: Column, facts: TableFacts, key: TableSpec["key"]) => readonly Inferred[];
