import type { LedgerRun } from "../../datamodels/ledger-tables";
import {
  LEDGER_VERSION,
  LEDGER_VERSION_WITH_LEASES,
  LEDGER_VERSION_WITH_WAYS,
  LEDGER_VERSION_WITH_SPEC,
  LEDGER_VERSION_WITHOUT_SPEC,
} from "../../datamodels/ledger-version";
import { Refusal } from "../errors";
import type { ShardingKey } from "../plan/shards";
import { quoteTable, type TableName } from "../server/table-name";
import { type Cells, RowFields } from "./row-fields";
import { LARGEST_EPOCH } from "./step-revision";

/** What every row of the table of runs has. */
interface RunRowBase {
  readonly target_database: string;
  readonly target_table: string;
  readonly epoch: number;
  /** Id of the process that wrote the row. */
  readonly owner: string;
  readonly revision: number;
  /** Milliseconds since 1970 by the server's clock. */
  readonly at: number;
  readonly host: string;
  readonly process: string;
  readonly pid: number;
  readonly door: "terminal" | "workflow";
}

/** What a claim says about the run, besides who claims. */
export interface ClaimFacts {
  /**
   * Claims to `fill` are what a run is; one to `repair` says nothing new about it; a `reset` forgets all
   * runs.
   */
  readonly intent: "fill" | "repair" | "reset";
  readonly run_id: string;
  readonly seed: string;
  readonly stream_versions: Readonly<Record<string, number>>;
  /** The names of the columns that are compared. */
  readonly columns: readonly string[];
  readonly first_row: number;
  readonly target_rows: number;
  readonly batch_size: number;
  readonly checkpoint_interval: number;
  /** Of a claim to fill: whether others may write parts of the run beside the owner. Default: they may not. */
  readonly shared?: boolean;
  /** Of a claim to fill: the addresses of the servers that the rows are spread over, in their turn. Default: one. */
  readonly shards?: readonly string[];
  /** Of a claim to fill: the skipped columns that would not be compared, which `columns` can't tell. Default: none. */
  readonly skipped?: readonly string[];
  /** By which a row finds its server. Default: they take turns. */
  readonly shardedBy?: ShardingKey;
  /** What the rows are, as JSON, where that is a specification. It is not read with the others: see `Ledger.specs`. */
  readonly spec?: string;
}

/** A process claims the table. */
export interface ClaimRow extends RunRowBase, ClaimFacts {
  readonly kind: "claim";
}

/**
 * A process claims a part of a shared run, from `first_row` on `target_rows` rows, under a claim of the table.
 * Epochs of leases and claims are one sequence.
 */
export interface LeaseRow extends RunRowBase, ClaimFacts {
  readonly kind: "lease";
  /** The epoch of that claim. It stands as the row's message. */
  readonly under: number;
}

/** The owner of a claim or lease is alive, or has released it. */
export interface BeatRow extends RunRowBase {
  readonly kind: "beat";
  readonly state: "running" | "released";
  /** How a released claim or lease ended. */
  readonly message: string;
}

/** A request that the owner of a claim or lease stop. */
export interface StopRow extends RunRowBase {
  readonly kind: "stop";
}

/** A row of the table of runs, as it is read. */
export type RunRow = ClaimRow | LeaseRow | BeatRow | StopRow;

type New<Row> = Row extends unknown ? Omit<Row, "at" | "target_database" | "target_table"> : never;
/** A row of the table of runs, as it is added. */
export type NewRunRow = New<RunRow>;

const KEY = ["target_database", "target_table", "epoch", "kind", "owner"];

/** What stands as the message of a claim that says no more of {@link Ways} than that it is shared; else their JSON. */
const SHARED = "shared";
type Ways = Pick<ClaimFacts, "shared" | "shards" | "shardedBy" | "skipped">;

/**
 * @param table which the row was read from
 * @throws Refusal `ledger-newer`, `ledger-corrupt`
 */
export function readRunRow(cells: Cells, table: TableName): RunRow {
  const fields = new RowFields(cells, table, KEY);
  refuseNewer(fields.whole("ledger_version"), table);
  const base = {
    target_database: fields.text("target_database"),
    target_table: fields.text("target_table"),
    epoch: fields.whole("epoch", 0, LARGEST_EPOCH),
    owner: fields.text("owner"),
    revision: fields.whole("revision"),
    at: fields.whole("at"),
    host: fields.text("host"),
    process: fields.text("process"),
    pid: fields.whole("pid"),
    door: fields.oneOf("door", ["terminal", "workflow"]),
  };
  const kind = fields.oneOf("kind", ["claim", "lease", "beat", "stop"]);
  if (kind === "claim") return { ...base, kind, ...claimFacts(fields), ...waysOf(fields) };
  if (kind === "lease")
    return { ...base, kind, ...claimFacts(fields), under: fields.whole("message", 1, LARGEST_EPOCH) };
  if (kind === "stop") return { ...base, kind };
  const state = fields.oneOf("state", ["running", "released"]);
  return { ...base, kind, state, message: fields.text("message") };
}

function waysOf(fields: RowFields): Ways {
  const message = fields.text("message");
  if (!message.startsWith("{")) return message === SHARED ? { shared: true } : {};
  const { shared, shards, shardedBy, skipped } = fields.object("message", areWays) as Ways;
  return {
    ...(shared ? { shared } : {}),
    ...(shards ? { shards } : {}),
    ...(shardedBy ? { shardedBy } : {}),
    ...(skipped ? { skipped } : {}),
  };
}

function areWays({
  shared = false,
  shards = [],
  shardedBy,
  skipped = [],
}: Readonly<Partial<Record<keyof Ways, unknown>>>): boolean {
  const areNames = (list: unknown): list is string[] =>
    Array.isArray(list) && list.every((name) => typeof name === "string");
  return (
    typeof shared === "boolean" &&
    areNames(shards) &&
    (shardedBy === undefined || isShardingKey(shardedBy, shards.length)) &&
    areNames(skipped)
  );
}

function isShardingKey(value: unknown, shards: number): boolean {
  const { expression, weights } = (value ?? {}) as Partial<Record<keyof ShardingKey, unknown>>;
  const areWeights =
    Array.isArray(weights) &&
    weights.length === shards &&
    weights.every((weight) => Number.isSafeInteger(weight));
  return typeof expression === "string" && areWeights;
}

function claimFacts(fields: RowFields): ClaimFacts {
  const intent = fields.oneOf("intent", ["fill", "repair", "reset"]);
  const least = intent === "reset" ? 0 : 1;
  const firstRow = fields.whole("first_row");
  return {
    intent,
    run_id: fields.name("run_id"),
    seed: intent === "reset" ? fields.text("seed") : fields.name("seed"),
    stream_versions: fields.versions("stream_versions"),
    columns: fields.names("columns"),
    first_row: firstRow,
    target_rows: fields.whole("target_rows", 0, Number.MAX_SAFE_INTEGER - firstRow + 1),
    batch_size: fields.whole("batch_size", least),
    checkpoint_interval: fields.whole("checkpoint_interval", least),
  };
}

function refuseNewer(version: number, table: TableName): void {
  if (version <= LEDGER_VERSION) return;
  throw new Refusal(
    "ledger-newer",
    `The state table ${quoteTable(table)} was written by a newer data-faker (its version ${version}; this one reads up to ${LEDGER_VERSION}): use that one, or fill the table with state tables of another name`,
    { version },
  );
}

/** The row as it is stored. */
export function runRowCells(row: NewRunRow, target: TableName): Partial<LedgerRun> {
  const base = {
    target_database: target.database,
    target_table: target.table,
    ledger_version: LEDGER_VERSION_WITHOUT_SPEC,
  };
  if (row.kind === "beat" || row.kind === "stop") return { ...row, ...base };
  const facts = {
    ...base,
    stream_versions: JSON.stringify(row.stream_versions),
    columns: JSON.stringify(row.columns),
  };
  if (row.kind === "lease") {
    const { under, shared: _, shards: __, shardedBy: ___, skipped: ____, ...lease } = row;
    return { ...lease, ...facts, ledger_version: LEDGER_VERSION_WITH_LEASES, message: String(under) };
  }
  const { shared, shards, shardedBy, skipped, ...claim } = row;
  return {
    ...claim,
    ...facts,
    ...(row.spec === undefined ? {} : { ledger_version: LEDGER_VERSION_WITH_SPEC }),
    ...(shared ? { message: SHARED } : {}),
    ...(shards === undefined && skipped === undefined
      ? {}
      : {
          ledger_version: shardedBy === undefined ? LEDGER_VERSION_WITH_WAYS : LEDGER_VERSION,
          message: JSON.stringify({ shared, shards, shardedBy, skipped } satisfies Ways),
        }),
  };
}
