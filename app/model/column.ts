import type { ColumnType } from "./column-type";

/** How the server computes a column that an insert omits; `""` where it does not. */
export type DefaultKind = "" | "DEFAULT" | "MATERIALIZED" | "ALIAS" | "EPHEMERAL";

/** One column of a table, as plain data that can be passed to a thread. */
export interface Column {
  readonly name: string;
  /** The ClickHouse type as the server writes it, e.g. `LowCardinality(Nullable(String))`. */
  readonly clickhouseType: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  readonly lowCardinality: boolean;
  readonly defaultKind: DefaultKind;
  /** Whether it has a TTL: the server empties it over time. Default: false. */
  readonly expires?: boolean;
  /** Whether the user wants it left to the server. Default: false. */
  readonly skipped?: boolean;
  /** Whether the table's engine takes rows for deleted where it is 1; it is 0 then. Default: false. */
  readonly marksDeleted?: boolean;
}

/** A table's columns in their order. */
export type Model = readonly Column[];
