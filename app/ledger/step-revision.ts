/** Inserts into the table of steps that one claim can make; at about one a second it never does. */
const TICKS_A_CLAIM = 2 ** 24;

/** No ledger gets there: with one claim a second it takes eight years. Later ones stay safe integers. */
export const LARGEST_EPOCH = 2 ** 28;

/**
 * The revision of rows that a claim writes into the table of steps: those of a later claim are higher.
 * @param tick counts the inserts of the claim, from 1
 */
export function stepRevision(epoch: number, tick: number): number {
  return epoch * TICKS_A_CLAIM + tick;
}

/** The epoch of the claim that wrote a row. */
export function epochOf(revision: number): number {
  return Math.floor(revision / TICKS_A_CLAIM);
}
