import {
  ClickHouseEngines,
  type ClickHouseDefault,
  type DateTime64,
  type Float64,
  getTables,
  LifeCycle,
  type LowCardinality,
  OlapTable,
  type UInt32,
  type UInt64,
} from "@514labs/moose-lib";
import type { LedgerNames } from "./ledger-names";

/** One row of the table of runs: a claim, the beat of its owner, or a request that it stop. */
export interface LedgerRun {
  target_database: string;
  target_table: string;
  epoch: UInt32;
  /** `claim`, `beat` or `stop`. */
  kind: string & LowCardinality;
  /** Id of the process that wrote the row. */
  owner: string;
  revision: UInt64;
  at: DateTime64<3> & ClickHouseDefault<"now64(3)">;
  ledger_version: UInt32;
  /** Of a beat: `running` or `released`. */
  state: string & LowCardinality;
  message: string;
  host: string & LowCardinality;
  /** Boot, pid namespace, pid and start time of the process: tells whether it is gone. */
  process: string;
  pid: UInt32;
  door: string & LowCardinality;
  /** `fill`, `repair` or `reset`. */
  intent: string & LowCardinality;
  run_id: string;
  seed: string;
  /** JSON: stream name -> version. */
  stream_versions: string;
  /** JSON: the names of the columns that are filled. */
  columns: string;
  first_row: UInt64;
  target_rows: UInt64;
  batch_size: UInt32;
  checkpoint_interval: UInt32;
  /** JSON: what the rows are, where that is a specification. Claims of older versions lack it. */
  spec: string;
}

/** One row of the table of steps: a range of rows and how far it has come. */
export interface LedgerStep {
  target_database: string;
  target_table: string;
  run_id: string;
  first_row: UInt64;
  revision: UInt64;
  at: DateTime64<3> & ClickHouseDefault<"now64(3)">;
  rows: UInt64;
  batches: UInt32;
  /** `announced`, `written` or `dropped`. */
  state: string & LowCardinality;
  /** Sum of the rows' checksums, mod 2^64. */
  checksum: UInt64;
  seconds: Float64;
}

export interface LedgerTables {
  readonly runs: OlapTable<LedgerRun>;
  readonly steps: OlapTable<LedgerStep>;
}

/**
 * Moose looks for a table's source file and fails where it lies under node_modules, unless it is told one.
 */
const SOURCE = { metadata: { source: { file: "data-faker" } } };

/**
 * Declares the two state tables in the Moose project that is being loaded; where it has them already, they
 * are shared.
 */
export function declareLedgerTables(names: LedgerNames): LedgerTables {
  const declared = getTables();
  return {
    runs: (declared.get(names.runs) as OlapTable<LedgerRun> | undefined) ?? declareRuns(names.runs),
    steps: (declared.get(names.steps) as OlapTable<LedgerStep> | undefined) ?? declareSteps(names.steps),
  };
}

function declareRuns(name: string): OlapTable<LedgerRun> {
  return new OlapTable<LedgerRun>(name, {
    engine: ClickHouseEngines.ReplacingMergeTree,
    ver: "revision",
    orderByFields: ["target_database", "target_table", "epoch", "kind", "owner"],
    // Claims are a test-and-set by insert token; beats use the window up too.
    settings: { non_replicated_deduplication_window: "10000" },
    lifeCycle: LifeCycle.DELETION_PROTECTED,
    ...SOURCE,
  });
}

function declareSteps(name: string): OlapTable<LedgerStep> {
  return new OlapTable<LedgerStep>(name, {
    engine: ClickHouseEngines.ReplacingMergeTree,
    ver: "revision",
    orderByFields: ["target_database", "target_table", "run_id", "first_row"],
    lifeCycle: LifeCycle.DELETION_PROTECTED,
    ...SOURCE,
  });
}
