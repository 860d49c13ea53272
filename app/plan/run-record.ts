import type { ShardingKey } from "./shards";

/** What the plan needs to know about one run in the ledger. */
export interface RunRecord {
  readonly runId: string;
  readonly seed: string;
  readonly firstRow: number;
  readonly targetRows: number;
  readonly batchSize: number;
  readonly checkpointInterval: number;
  readonly streamVersions: Readonly<Record<string, number>>;
  readonly columns: readonly string[];
  /** The columns that are left to the server as asked, of those that are not compared; default: none. */
  readonly skipped?: readonly string[];
  /** The addresses of the servers that its rows are spread over, in their turn; default: they are on one. */
  readonly shards?: readonly string[];
  /** By which a row finds its shard; default: the shards take turns. */
  readonly shardedBy?: ShardingKey;
  /** Rows of the steps that are recorded as written. */
  readonly rowsRecorded: number;
  /** Rows from the first one to the last that is recorded: more where steps before that one are not. */
  readonly rowsReached: number;
  /** Milliseconds since 1970 by the server's clock: the last claim, beat or step. */
  readonly lastActive: number;
}
