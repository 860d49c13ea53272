import { serverNow } from "../server/server-facts";
import { claimFacts } from "./claim/claim-facts";
import { isClaimLost } from "./claim/claim-lost";
import { type Lease, takeLease } from "./claim/take-lease";
import type { Decision } from "../plan/decide";
import { leaseRows } from "../plan/lease-rows";
import type { Range } from "../plan/range";
import { ClaimedRun } from "./pass/claimed-run";
import type { RunTools } from "./pass/run-tools";
import { writePasses } from "./pass/write-passes";
import type { RunOptions } from "./session/run-options";
import { whileOwned, writeClaimed, type WrittenSession } from "./write-run";
import type { SharedProgress } from "./shared-progress";

/** How often it is looked whether what others have leased is free again, in milliseconds. */
const LOOK_EVERY = 1_000;

export interface SharedWork {
  readonly decision: Decision;
  readonly runId: string;
  /** The epoch of the claim that has the table. */
  readonly under: number;
  /** Sorted: the rows of the run that no step covered when the first lease was taken. */
  readonly free: readonly Range[];
  readonly tools: RunTools;
  readonly progress: SharedProgress;
}

/** What was written, and whether the claim that the leases were under has ended meanwhile. */
export type Pulled = WrittenSession & { readonly over: boolean };

/**
 * Leases parts of a shared run and writes them, one after another, until none is left, or another claim has the table.
 * @param stays whether what others have leased is waited for, and written where they are gone
 */
export async function pullLeases(options: RunOptions, work: SharedWork, stays: boolean): Promise<Pulled> {
  const { decision, runId, under, free } = work;
  const { settings } = decision;
  const facts = claimFacts("fill", options.table, runId, settings);
  const run = { facts: { ...facts, spec: "" }, under, free, most: leaseRows(settings) };
  let [rows, batches] = [0, 0];
  const pulled = (how: { stopped?: true; over?: true }) => ({
    ...{ rows, batches, stopped: false, over: false },
    ...how,
  });
  try {
    while (!options.stop.aborted) {
      const lease = await takeLease(options, run, () => serverNow(options.client));
      if (lease === "none" || (lease === "later" && !stays)) return pulled({});
      if (lease === "later") {
        await options.clock.pause(LOOK_EVERY, options.stop);
        continue;
      }
      const written = await writeLease(options, work, lease);
      rows += written.rows;
      batches += written.batches;
      if (written.stopped) break;
    }
    return pulled({ stopped: true });
  } catch (error) {
    if (isClaimLost(error)) return pulled({ over: true });
    throw error;
  }
}

async function writeLease(
  options: RunOptions,
  { decision, runId, tools, progress }: SharedWork,
  { ownership, range, tookOver }: Lease,
): Promise<WrittenSession> {
  const settings = { ...decision.settings, firstRow: range.first, targetRows: range.rows };
  const own = await progress.ofLease(options);
  return whileOwned(own, ownership, async (heard) => {
    const run = new ClaimedRun(heard, { ...decision, settings }, runId, ownership, range);
    return writeClaimed(heard, run, tools, tookOver, writePasses);
  });
}
