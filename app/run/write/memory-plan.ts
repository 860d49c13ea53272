import type { RowBytes } from "./row-bytes";

/** Most bytes that a run takes for rows on their way, and for the threads that make them. */
export const MEMORY_LIMIT = 2 ** 30;
/** A thread before its first row: code, and the domain's texts. Measured: 22 MB. */
export const THREAD_BYTES = 32 * 2 ** 20;
/**
 * Batches under way beyond the number of threads: one is received by the server while it works on another.
 */
const MORE_IN_FLIGHT = 2;
/** Where memory is short: the thread's next batch is made while one is sent. */
const LEAST_MORE_IN_FLIGHT = 1;

export interface MemoryPlan {
  readonly threads: number;
  /** Batches under way at a time, from their making to the server's answer. */
  readonly inFlight: number;
  /** Rows of a batch. */
  readonly batchRows: number;
}

/**
 * As many threads as are asked for and fit, one at least, and then batches of as many rows as fit.
 * @param asked threads and rows of a batch, each 1 or more
 */
export function planMemory(
  asked: Pick<MemoryPlan, "threads" | "batchRows">,
  row: RowBytes,
  limit: number = MEMORY_LIMIT,
): MemoryPlan {
  const { batchRows } = asked;
  for (let { threads } = asked; threads > 1; threads--) {
    for (const more of [MORE_IN_FLIGHT, LEAST_MORE_IN_FLIGHT]) {
      const plan = { threads, inFlight: threads + more, batchRows };
      if (plannedBytes(plan, row) <= limit) return plan;
    }
  }
  const inFlight = 1 + LEAST_MORE_IN_FLIGHT;
  const most = Math.floor((limit - THREAD_BYTES) / (row.block + inFlight * row.encoded));
  const plan = { threads: 1, inFlight: 1 + MORE_IN_FLIGHT, batchRows };
  if (plannedBytes(plan, row) <= limit) return plan;
  return { threads: 1, inFlight, batchRows: Math.max(1, Math.min(batchRows, most)) };
}

/** What a plan takes at most. */
export function plannedBytes({ threads, inFlight, batchRows }: MemoryPlan, row: RowBytes): number {
  return threads * (THREAD_BYTES + batchRows * row.block) + inFlight * batchRows * row.encoded;
}
