import type { ClickHouseClient } from "@clickhouse/client";
import { Refusal } from "../../errors";
import { holders } from "../../ledger/holder";
import type { ClaimFacts } from "../../ledger/run-row";
import type { Ledger } from "../../ledger/ledger";
import { serverNow } from "../../server/server-facts";
import { emptyClaim } from "./claim-facts";
import type { Clock } from "./clock";
import type { Owner } from "./owner";
import type { Ownership } from "./ownership";
import { takeClaim } from "./take-claim";

/** How long a claim of another ledger that came at the same moment is waited for, in milliseconds. */
const LONGEST_WAIT = 5_000;
const ASK_EVERY = 200;

export interface Claimant {
  readonly client: ClickHouseClient;
  readonly ledger: Ledger;
  readonly owner: Owner;
  readonly clock: Clock;
}

/**
 * Claims a table among all ledgers of the database: in its own, where all can see it, and only then it looks at
 * the others. So of two that claim at the same moment at least one sees the other.
 * @returns as `takeClaim`
 * @throws Refusal `run-under-way` naming the owner, of whichever ledger; EnvironmentFailure `no-deduplication`
 */
export async function claimTable(
  claimant: Claimant,
  facts: ClaimFacts,
): Promise<{ ownership: Ownership; tookOver: boolean }> {
  const { client, ledger, owner, clock } = claimant;
  const taken = await takeClaim(ledger, owner, clock, facts, () => serverNow(client));
  const { ownership } = taken;
  let { tookOver } = taken;
  try {
    for (const other of await ledger.others()) {
      if (await requireAlone(claimant, other)) tookOver = true;
    }
  } catch (error) {
    // What an owner that was taken over has under way is still to be waited for: by the next start.
    if (tookOver) ownership.abandon();
    else await ownership.release("refused").catch(() => ownership.abandon());
    throw error;
  }
  return { ownership, tookOver };
}

/**
 * Of two that see each other, the one whose ledger's name comes later in the alphabet gives up, and the other
 * waits until it has.
 * @returns whether a claim of the other ledger was taken over
 */
async function requireAlone(claimant: Claimant, other: Ledger): Promise<boolean> {
  const { ledger, clock } = claimant;
  const waits = ledger.runsTable.table < other.runsTable.table;
  const until = clock.monotonic() + LONGEST_WAIT;
  for (;;) {
    if (holders(await other.newestRuns()).length === 0) return false;
    try {
      await endSilentClaim(claimant, other);
      return true;
    } catch (error) {
      const alive = error instanceof Refusal && error.code === "run-under-way";
      if (!alive || !waits || clock.monotonic() > until) throw error;
    }
    await clock.pause(ASK_EVERY);
  }
}

/**
 * Takes over the claim of another ledger, so that its owner does not write when it wakes, and releases it.
 * @throws Refusal `run-under-way` where the owner lives
 */
async function endSilentClaim({ client, owner, clock }: Claimant, other: Ledger): Promise<void> {
  const there = { ...owner, id: `${owner.id}-${other.runsTable.table}` };
  const { ownership } = await takeClaim(other, there, clock, emptyClaim(`none/${there.id}`), () =>
    serverNow(client),
  );
  await ownership.release("taken over by another ledger");
}
