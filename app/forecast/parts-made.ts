/** Parts that a merge makes one of. Seen while 3 million images were filled by inserts of 10,000: 6 to 21. */
export const MERGED_PARTS = 15;
/** ClickHouse's default of `max_bytes_to_merge_at_max_space_in_pool`: larger parts are merged no more. */
export const LARGEST_PART = 150 * 2 ** 30;

/** The inserts of a fill. */
export interface Inserts {
  readonly rows: number;
  readonly shards: number;
  readonly batches: number;
  /** That an insert touches. */
  readonly partitions: number;
  /** Of an insert, on disk. */
  readonly batchBytes: number;
}

/** What a fill makes of parts, on all shards together. */
export interface PartsMade {
  /** By inserts: one for each partition that an insert touches. */
  readonly inserted: number;
  /** How often a row is rewritten by merges. */
  readonly timesRewritten: number;
  readonly merges: number;
}

/**
 * Merges make one part of about 15, and one of 15 such, until a partition is one part, or its parts are as large as
 * they may be: a row is rewritten about log15 of the inserted parts that end in one, and of n parts n/15 + n/225 + ...
 * merges are made. Counted to the point where merges have caught up, which they do after the fill's end.
 */
export function partsMade({ shards, batches, partitions, batchBytes }: Inserts): PartsMade {
  const inserted = batches * partitions;
  // Of one partition of one shard.
  const together = Math.max(1, batches / shards);
  const inOne = Math.max(1, Math.min(together, LARGEST_PART / (batchBytes / partitions)));
  const timesRewritten = Math.log(inOne) / Math.log(MERGED_PARTS);
  const merges = Math.round((inserted * (1 - 1 / inOne)) / (MERGED_PARTS - 1));
  return { inserted, timesRewritten, merges };
}
