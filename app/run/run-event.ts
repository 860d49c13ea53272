import type { ExpectedSize } from "../table/expected-size";

/** What a run tells its watchers. The doors turn events into a progress bar, lines, or log entries. */
export type RunEvent =
  /** One line worth knowing, e.g. a column that the generator does not know. */
  | { readonly kind: "notice"; readonly message: string }
  /** One line that the user should act on, e.g. a batch size that suits ClickHouse badly. */
  | { readonly kind: "warning"; readonly message: string }
  /** The plan stands and writing begins. */
  | { readonly kind: "planned"; readonly plan: PlannedRun }
  /** A batch is in the table. */
  | { readonly kind: "progress"; readonly progress: Progress }
  /** Something failed and is tried again after `delaySeconds`. */
  | {
      readonly kind: "retry";
      readonly attempt: number;
      readonly delaySeconds: number;
      readonly reason: string;
    }
  /** A stop was asked for; the batch under way is being finished. */
  | { readonly kind: "stopping"; readonly reason: string }
  | { readonly kind: "finished"; readonly summary: RunSummary };

export interface PlannedRun {
  readonly table: string;
  readonly runId: string;
  readonly seed: string;
  readonly firstRow: number;
  readonly targetRows: number;
  /** Rows of the run that are in the table already. */
  readonly rowsInserted: number;
  /** Rows that this session will write. */
  readonly rowsToWrite: number;
  /** What the rows to write will take, in bytes. */
  readonly expected: ExpectedSize;
  /** Free bytes of the server's disk; `undefined` where it can't be known. */
  readonly bytesFree: number | undefined;
  readonly batchSize: number;
  readonly checkpointInterval: number;
  readonly resumed: boolean;
}

export interface Progress {
  /** Rows of the run in the table, earlier sessions included. */
  readonly rowsInserted: number;
  readonly targetRows: number;
  /** Batches of the run, earlier sessions included. */
  readonly batchesCompleted: number;
}

export interface RunSummary {
  readonly table: string;
  readonly runId: string;
  readonly outcome: "complete" | "stopped" | "nothing-to-do";
  /** Why there was nothing to do, or who asked to stop. */
  readonly message: string | undefined;
  readonly seed: string;
  readonly firstRow: number;
  readonly targetRows: number;
  /** Rows of the run in the table, and the part of them that this session wrote. */
  readonly rowsInserted: number;
  readonly rowsWritten: number;
  readonly batchesCompleted: number;
  readonly batchesWritten: number;
  /** Of this session, in seconds. */
  readonly elapsedSeconds: number;
  /** Rows written by this session per second of it. */
  readonly averageRate: number;
  /** What the whole table takes now; `undefined` where the user may not see it. */
  readonly tableRows: number;
  readonly uncompressedBytes: number | undefined;
  readonly diskBytes: number | undefined;
}
