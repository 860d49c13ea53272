import { CONFIRM_EVERY } from "../run/claim/ownership";
import { RECORD_EVERY } from "../run/write/step-flow";

/** The test-and-set of a claim: its row, and the same once more as a probe. */
const INSERTS_A_CLAIM = 2;

/** Who writes how long. */
export interface LedgerWriters {
  readonly leases: number;
  readonly workers: number;
  readonly seconds: number;
  readonly steps: number;
}

/** What a fill writes into the ledger. */
export interface LedgerTraffic {
  /** Claims: the table's own, and where there are several workers one for each lease. */
  readonly claims: number;
  /** Sent every two seconds by each worker; of those of a claim one row stays. */
  readonly beats: number;
  readonly steps: number;
  /** Rows that stay once merged: a claim and a beat for each claim, and a row for each step. */
  readonly rows: number;
  /** Rows sent: a step is announced and recorded. */
  readonly rowsSent: number;
  /** Inserts, of which those of steps carry about a second's worth. */
  readonly inserts: number;
  /** A second, of all workers together. */
  readonly insertsPerSecond: number;
}

/** @param writers their work takes so long as a whole, without faults */
export function ledgerTraffic({ leases, workers, seconds, steps }: LedgerWriters): LedgerTraffic {
  const alone = workers === 1;
  const claims = alone ? 1 : leases + 1;
  // Of the claim on the table, and of each worker's lease; one more releases each claim.
  const beating = alone ? seconds : (workers + 1) * seconds;
  const beats = Math.ceil((beating * 1000) / CONFIRM_EVERY) + claims;
  // A worker records once a second where it has something to record, and announces before its first batch.
  const ticks = Math.min(2 * steps, Math.ceil((workers * seconds * 1000) / RECORD_EVERY)) + leases;
  const inserts = INSERTS_A_CLAIM * claims + beats + ticks;
  return {
    claims,
    beats,
    steps,
    rows: 2 * claims + steps,
    rowsSent: 2 * claims + beats + 2 * steps,
    inserts,
    insertsPerSecond: inserts / Math.max(1, seconds),
  };
}
