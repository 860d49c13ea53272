import type { RowBytes } from "./row-bytes";

/** Most bytes that a run takes for rows on their way, and for the threads that make them. */
export const MEMORY_LIMIT = 2 ** 30;
/** A thread before its first row: code, and the domain's texts. Measured: 22 MB. */
export const THREAD_BYTES = 32 * 2 ** 20;
/** Most bytes of an insert: the server holds all of its rows. */
export const BATCH_BYTES = 2 ** 28;
/** Larger blocks spare neither the threads nor the server anything. */
const BLOCK_ROWS = 20_000;
const BLOCK_BYTES = 24 * 2 ** 20;
/** Blocks and batches under way beyond the number of threads: one is received by the server while it works on another. */
const MORE_IN_FLIGHT = 2;

export interface MemoryPlan {
  readonly threads: number;
  /** Batches, and blocks, under way at a time, from their making to the server's answer. */
  readonly inFlight: number;
  /** Rows of a batch. */
  readonly batchRows: number;
  /** Rows of a block at most. */
  readonly blockRows: number;
}

/**
 * Batches of as many rows as fit, in even blocks, and as many threads as are asked for and fit, one at least.
 * @param asked threads and rows of a batch, each 1 or more
 */
export function planMemory(
  asked: Pick<MemoryPlan, "threads" | "batchRows">,
  row: RowBytes,
  limit: number = MEMORY_LIMIT,
): MemoryPlan {
  const batchRows = atMost(BATCH_BYTES / row.encoded, asked.batchRows);
  const one = { threads: 1, inFlight: 1 + MORE_IN_FLIGHT };
  const alone = (limit - THREAD_BYTES) / (row.block + one.inFlight * row.encoded);
  const most = atMost(Math.min(BLOCK_BYTES / row.encoded, alone), BLOCK_ROWS);
  const blockRows = Math.ceil(batchRows / Math.ceil(batchRows / most));
  for (let { threads } = asked; threads > 1; threads--) {
    const plan = { threads, inFlight: threads + MORE_IN_FLIGHT, batchRows, blockRows };
    if (plannedBytes(plan, row) <= limit) return plan;
  }
  return { ...one, batchRows, blockRows };
}

/** A whole number, 1 or more. */
function atMost(fits: number, wanted: number): number {
  return Math.max(1, Math.min(wanted, Math.floor(fits)));
}

/** What a plan takes at most. */
export function plannedBytes({ threads, inFlight, blockRows }: MemoryPlan, row: RowBytes): number {
  return threads * (THREAD_BYTES + blockRows * row.block) + inFlight * blockRows * row.encoded;
}
