import { batchRows } from "./batch-rows";
import type { Settings } from "./decide";
import type { Range } from "./range";

/** Rows of a lease at most: half a minute's work for one worker. */
const MOST = 10_000_000;
/** A smaller run has so many leases at least: several workers share them. */
const LEAST_LEASES = 16;
/** But a lease has so many steps at least, since it takes as long as one to take it. */
const LEAST_STEPS = 5;

/** Rows of a lease: whole steps. */
export function leaseRows(settings: Settings): number {
  const step = batchRows(settings) * settings.checkpointInterval;
  const rows = Math.min(MOST, settings.targetRows / LEAST_LEASES);
  return Math.max(LEAST_STEPS, Math.floor(rows / step)) * step;
}

/**
 * The next rows to lease.
 * @param free sorted: rows that no step covers
 * @param end rows before this one have been leased
 * @param most rows
 * @returns `undefined` where none is left
 */
export function nextLease(free: readonly Range[], end: number, most: number): Range | undefined {
  const range = free.find(({ first, rows }) => first + rows > end);
  if (range === undefined) return undefined;
  const first = Math.max(range.first, end);
  return { first, rows: Math.min(most, range.first + range.rows - first) };
}
