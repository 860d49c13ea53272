import type { DefaultKind, Model } from "./column";
import { parseColumnType } from "./parse-column-type";

/** The fields of a row of `system.columns` that a model is made of. */
export interface ServerColumn {
  readonly name: string;
  /** E.g. `LowCardinality(Nullable(String))`. */
  readonly type: string;
  /** `""`, `"DEFAULT"`, `"MATERIALIZED"`, `"ALIAS"` or `"EPHEMERAL"`. */
  readonly default_kind: string;
}

/**
 * The model of a table of the server, from the table's rows of `system.columns` in the order of `position`.
 */
export function modelFromServer(columns: readonly ServerColumn[]): Model {
  return columns.map((column) => ({
    name: column.name,
    clickhouseType: column.type,
    ...parseColumnType(column.type),
    defaultKind: column.default_kind as DefaultKind,
  }));
}
