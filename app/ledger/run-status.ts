/**
 * What the ledger says about one run; the names are those of `status --json`. Times are ISO 8601 in UTC by
 * the server's clock.
 */
export interface RunStatus {
  readonly target_database: string;
  readonly target_table: string;
  readonly run_id: string;
  /**
   * `running`: an owner, or one who writes a part, beats; `waiting`: it, or its workflow, tries again by itself after an error;
   * `interrupted`: its owner is gone without having released it; `failed`: ended by an error before the target;
   * `stopped`: released before the target; `complete`: released at the target; `reset`: removed by a reset.
   */
  readonly status: "running" | "waiting" | "interrupted" | "failed" | "stopped" | "complete" | "reset";
  readonly first_image_id: number;
  /** Everything from `first_image_id` to here is recorded; `first_image_id - 1` where nothing is. */
  readonly last_image_id: number;
  readonly rows_inserted: number;
  readonly target_rows: number;
  readonly batches_completed: number;
  readonly batch_size: number;
  readonly checkpoint_interval: number;
  readonly seed: string;
  readonly start_time: string;
  /** When the last step was recorded; null before the first. */
  readonly last_checkpoint: string | null;
  /** Time spent writing, summed over the recorded steps. */
  readonly total_time_seconds: number;
  readonly average_rate_rows_per_sec: number;
  /** Why the run waits, or why it ended before its target; null where nothing is wrong. */
  readonly last_error: string | null;
  /** The attempt that ended with `last_error`, from 1; null where attempts are not counted. */
  readonly attempt: number | null;
  /** When a waiting run tries again; null for others. */
  readonly next_try: string | null;
  /** The owner, current or last. */
  readonly owner: { readonly host: string; readonly pid: number; readonly door: "terminal" | "workflow" };
  /** Who hold leases of a shared run now, and beat, by their parts. */
  readonly workers: readonly {
    readonly host: string;
    readonly pid: number;
    readonly door: "terminal" | "workflow";
    /** Of the part. */
    readonly first_image_id: number;
    readonly rows: number;
  }[];
}
