import { EnvironmentFailure } from "../../errors";
import { beatOf, type Holder, isSilent, leasesOf } from "../../ledger/holder";
import type { LeaseHead } from "../../ledger/leases";
import type { ClaimFacts, RunRow } from "../../ledger/run-row";
import { nextLease } from "../../plan/lease-rows";
import type { Range } from "../../plan/range";
import type { Claimant as Whole } from "./claim-table";
import { Ownership, TAKEOVER_WAIT } from "./ownership";
import { WATCH } from "./refuse-if-alive";
import { nextEpoch } from "./take-claim";

type Claimant = Omit<Whole, "client">;

/** What leases are taken of. */
export interface SharedRun {
  readonly facts: ClaimFacts;
  /** The epoch of the claim that has the table. */
  readonly under: number;
  /** Sorted: the rows that no step covered when the first lease was taken. */
  readonly free: readonly Range[];
  /** Rows of a lease at most. */
  readonly most: number;
}

export interface Lease {
  readonly ownership: Ownership;
  readonly range: Range;
  /** Whether one who did not release it was taken over: then his inserts are to be waited for. */
  readonly tookOver: boolean;
}

/** A part that may be taken. */
interface Choice {
  readonly range: Range;
  /** Whoever had it last and did not release it. */
  readonly from: Holder | undefined;
}

/**
 * Leases a part of a shared run: one that was given up or whose owner is gone, else the next that nobody has had.
 * @returns `none`: all of the run has been leased, and nobody is at work on it; `later`: others are
 * @throws EnvironmentFailure `claim-lost` where another claim has the table by now
 */
export async function takeLease(
  claimant: Claimant,
  run: SharedRun,
  serverNow: () => Promise<number>,
): Promise<Lease | "none" | "later"> {
  const { ledger, clock, owner } = claimant;
  const { facts, under } = run;
  for (let burnt = 0; ;) {
    const { head, rows } = await ledger.leases(under);
    if (head.isOver)
      throw new EnvironmentFailure(
        "claim-lost",
        "The run that was shared has been claimed by another one: run the same command again",
      );
    const choice = await choose(claimant, run, head, rows, serverNow);
    if (choice === "again") continue;
    if (typeof choice === "string") return choice;
    const { range, from } = choice;
    const part = { under, range };
    const epoch = nextEpoch(Math.max(head.epoch, under), burnt);
    // An owner is abandoned as a whole.
    const own = { ...owner, id: `${owner.id}-${epoch}` };
    const ownership = new Ownership(ledger, own, clock, epoch, facts, part);
    const who = await ownership.enter();
    if (who === undefined) burnt++;
    if (who !== "this") continue;
    try {
      await ownership.begin();
    } catch (error) {
      ownership.abandon();
      throw error;
    }
    const unseen = burnt > 0;
    const unsure = from !== undefined && !owner.isProvablyGone(from.claim);
    if (unsure || unseen) await clock.pause(TAKEOVER_WAIT);
    return { ownership, range, tookOver: from !== undefined || unseen };
  }
}

async function choose(
  { ledger, clock, owner }: Claimant,
  { under, free, most }: SharedRun,
  head: LeaseHead,
  rows: readonly RunRow[],
  serverNow: () => Promise<number>,
): Promise<Choice | "none" | "later" | "again"> {
  const open = leaseHolders(rows);
  const given = open.find(({ beat }) => beat?.state === "released");
  if (given !== undefined) return { range: rangeOf(given), from: undefined };
  const gone = open.find(({ claim }) => owner.isProvablyGone(claim));
  if (gone !== undefined) return { range: rangeOf(gone), from: gone };
  const range = nextLease(free, head.end, most);
  if (range !== undefined) return { range, from: undefined };
  if (open.length === 0) return "none";
  const now = await serverNow();
  const silent = open.find((holder) => isSilent(holder, now));
  if (silent === undefined) return "later";
  await clock.pause(WATCH);
  const later = leaseHolders((await ledger.leases(under)).rows).find(
    ({ claim }) => claim.epoch === silent.claim.epoch,
  );
  const stays = later !== undefined && later.beat?.revision === silent.beat?.revision;
  return stays ? { range: rangeOf(silent), from: silent } : "again";
}

function leaseHolders(rows: readonly RunRow[]): Holder[] {
  return leasesOf(rows).map((claim) => ({ claim, beat: beatOf(rows, claim) }));
}

function rangeOf({ claim }: Holder): Range {
  return { first: claim.first_row, rows: claim.target_rows };
}
