import type { Range } from "./range";

/** A step to be written. */
export interface StepWork {
  readonly range: Range;
  /** What is missing from it in the table, as ranges in order. */
  readonly lacks: Iterable<Range>;
  /** Whether the ledger knows it already: then it is never cut short or dropped. */
  readonly known: boolean;
  /** Checksum of its rows that are in the table and stay there; 0 where there are none. */
  readonly kept: bigint;
}
