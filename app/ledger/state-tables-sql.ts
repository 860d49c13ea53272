import type { LedgerNames } from "../../datamodels/ledger-names";
import { quoteIdentifier, quoteString } from "../model/quoting";
import { quoteTable, type TableName } from "../server/table-name";

/** Name, type, and comment of a column. */
type StateColumn = readonly [name: string, type: string, comment?: string];

/** Which state tables of earlier versions lack. */
const SPEC: StateColumn = [
  "spec",
  "String",
  "JSON: what the rows are, where that is a specification. Claims of older versions lack it.",
];

const RUNS: readonly StateColumn[] = [
  ["target_database", "String"],
  ["target_table", "String"],
  ["epoch", "UInt32"],
  ["kind", "LowCardinality(String)", "`claim`, `beat` or `stop`."],
  ["owner", "String", "Id of the process that wrote the row."],
  ["revision", "UInt64"],
  ["at", "DateTime64(3) DEFAULT now64(3)"],
  ["ledger_version", "UInt32"],
  ["state", "LowCardinality(String)", "Of a beat: `running` or `released`."],
  ["message", "String"],
  ["host", "LowCardinality(String)"],
  ["process", "String", "Boot, pid namespace, pid and start time of the process: tells whether it is gone."],
  ["pid", "UInt32"],
  ["door", "LowCardinality(String)"],
  ["intent", "LowCardinality(String)", "`fill`, `repair` or `reset`."],
  ["run_id", "String"],
  ["seed", "String"],
  ["stream_versions", "String", "JSON: stream name -> version."],
  ["columns", "String", "JSON: the names of the columns that are filled."],
  ["first_row", "UInt64"],
  ["target_rows", "UInt64"],
  ["batch_size", "UInt32"],
  ["checkpoint_interval", "UInt32"],
  SPEC,
];

const STEPS: readonly StateColumn[] = [
  ["target_database", "String"],
  ["target_table", "String"],
  ["run_id", "String"],
  ["first_row", "UInt64"],
  ["revision", "UInt64"],
  ["at", "DateTime64(3) DEFAULT now64(3)"],
  ["rows", "UInt64"],
  ["batches", "UInt32"],
  ["state", "LowCardinality(String)", "`announced`, `written` or `dropped`."],
  ["checksum", "UInt64", "Sum of the rows' checksums, mod 2^64."],
  ["seconds", "Float64"],
];

/**
 * The statements that create the state tables, as Moose would from the declarations in datamodels/ledger-tables,
 * which a test compares them with: loading Moose's library takes half a second.
 */
export function stateTablesSql(database: string, { runs, steps }: LedgerNames): string[] {
  return [
    createSql(database, runs, RUNS, ["target_database", "target_table", "epoch", "kind", "owner"], {
      non_replicated_deduplication_window: 10_000,
    }),
    createSql(database, steps, STEPS, ["target_database", "target_table", "run_id", "first_row"], {}),
  ];
}

/** The statement that makes a table of runs of an earlier version able to hold specifications. */
export function addSpecSql(runs: TableName): string {
  return `ALTER TABLE ${quoteTable(runs)} ADD COLUMN IF NOT EXISTS ${columnSql(SPEC)}`;
}

function columnSql([name, type, comment]: StateColumn): string {
  return [quoteIdentifier(name), type, comment === undefined ? "" : `COMMENT ${quoteString(comment)}`]
    .filter(Boolean)
    .join(" ");
}

function createSql(
  database: string,
  table: string,
  columns: readonly StateColumn[],
  key: readonly string[],
  settings: Readonly<Record<string, number>>,
): string {
  const lines = columns.map(columnSql);
  const all = {
    enable_mixed_granularity_parts: 1,
    index_granularity: 8192,
    index_granularity_bytes: 10_485_760,
    ...settings,
  };
  return [
    `CREATE TABLE IF NOT EXISTS ${quoteTable({ database, table })}`,
    `(\n  ${lines.join(",\n  ")}\n)`,
    "ENGINE = ReplacingMergeTree(`revision`)",
    `ORDER BY (${key.map(quoteIdentifier).join(", ")})`,
    `SETTINGS ${Object.entries(all)
      .map(([name, value]) => `${name} = ${value}`)
      .join(", ")}`,
  ].join("\n");
}
