import type { Range } from "./range";

/** A step to be written. */
export interface StepWork {
  readonly range: Range;
  /** What is missing from it in the table, as ranges in order. */
  readonly lacks: readonly Range[];
  /** Whether the ledger knows it already: then it is never cut short or dropped. */
  readonly known: boolean;
  /** Of the whole range; `undefined` where all of it is missing. */
  readonly checksum: bigint | undefined;
}
