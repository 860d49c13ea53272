import { writtenSteps, loggedRuns } from "../../ledger/logged-run";
import type { Ledger } from "../../ledger/ledger";

/** A step that the ledger records as written. */
export interface GrowthStep {
  /** When it was recorded, in seconds since 1970 by the server's clock. */
  readonly at: number;
  /** The rows of this and all earlier steps. */
  readonly rows: number;
  /** Rows a second while it was written; `undefined` where its time is not known. */
  readonly rate: number | undefined;
}

/** How the table grew by the runs that were not reset, the earliest step first. */
export async function askGrowth(ledger: Ledger): Promise<GrowthStep[]> {
  const [rows, steps] = await Promise.all([ledger.newestRuns(), ledger.steps()]);
  const written = loggedRuns(rows, steps)
    .filter(({ reset }) => !reset)
    .flatMap((run) => writtenSteps(run))
    .sort((a, b) => a.at - b.at);
  let sum = 0;
  return written.map(({ at, rows: count, seconds }) => ({
    at: at / 1000,
    rows: (sum += count),
    rate: seconds > 0 ? count / seconds : undefined,
  }));
}
