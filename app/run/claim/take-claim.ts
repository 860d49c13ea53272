import { EnvironmentFailure, Refusal } from "../../errors";
import { holders } from "../../ledger/holder";
import type { Ledger } from "../../ledger/ledger";
import type { ClaimFacts } from "../../ledger/run-row";
import { quoteTable } from "../../server/table-name";
import { abandonedClaims } from "./abandoned-claims";
import type { Clock } from "./clock";
import type { Owner } from "./owner";
import { Ownership, TAKEOVER_WAIT } from "./ownership";
import { refuseIfAlive } from "./refuse-if-alive";

/**
 * Claims a table.
 * @returns the claim, and whether an owner that did not release it was taken over: then its inserts are
 * to be waited for
 * @throws Refusal `run-under-way` naming the owner; EnvironmentFailure `no-deduplication`
 */
export async function takeClaim(
  ledger: Ledger,
  owner: Owner,
  clock: Clock,
  facts: ClaimFacts,
  serverNow: () => Promise<number>,
): Promise<{ ownership: Ownership; tookOver: boolean }> {
  abandonedClaims.delete(owner.id);
  try {
    return await take(ledger, owner, clock, facts, serverNow);
  } catch (error) {
    // Its row may have arrived nevertheless.
    if (!(error instanceof Refusal)) abandonedClaims.add(owner.id);
    throw error;
  }
}

async function take(
  ledger: Ledger,
  owner: Owner,
  clock: Clock,
  facts: ClaimFacts,
  serverNow: () => Promise<number>,
): Promise<{ ownership: Ownership; tookOver: boolean }> {
  for (let burnt = 0; ;) {
    const rows = await ledger.newestRuns();
    const held = holders(rows);
    const unsure = held.filter(({ claim }) => !owner.isProvablyGone(claim));
    await Promise.all(unsure.map((holder) => refuseIfAlive(ledger, holder, clock, serverNow)));
    const highest = rows.reduce((max, row) => Math.max(max, row.epoch), 0);
    const ownership = new Ownership(ledger, owner, clock, nextEpoch(highest, burnt), facts);
    const who = await ownership.enter();
    if (who === undefined) burnt++;
    if (who !== "this") continue;
    const before = await ledger.claimsAt(ownership.epoch);
    await ownership.add();
    if ((await ledger.claimsAt(ownership.epoch)) !== before) {
      throw new EnvironmentFailure(
        "no-deduplication",
        `The state table ${quoteTable(ledger.runsTable)} does not drop doubles, so two runs could start at once: run ALTER TABLE ${quoteTable(ledger.runsTable)} MODIFY SETTING non_replicated_deduplication_window = 10000`,
      );
    }
    await ownership.begin();
    // In the epochs that were passed over somebody may have begun unseen.
    const unseen = burnt > 0;
    if (unsure.length > 0 || unseen) await clock.pause(TAKEOVER_WAIT);
    return { ownership, tookOver: held.length > 0 || unseen };
  }
}

/** @param burnt how many epochs were found to be nobody's: their tokens are used up */
export function nextEpoch(highest: number, burnt: number): number {
  return highest + 1 + (burnt === 0 ? 0 : 2 ** burnt);
}
