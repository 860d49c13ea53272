import { Refusal } from "../errors";
import { type Holder, holders, isSilent } from "../ledger/holder";
import { rangeOf } from "../ledger/step-row";
import type { Decision } from "../plan/decide";
import { gaps } from "../plan/range";
import { serverNow } from "../server/server-facts";
import { claimFacts } from "./claim/claim-facts";
import { claimTable } from "./claim/claim-table";
import { ClaimedRun } from "./pass/claimed-run";
import type { RunTools } from "./pass/run-tools";
import type { RunEvent } from "./run-event";
import { writeDamage, type Written } from "./pass/write-passes";
import type { RunOptions } from "./session/run-options";
import { whileOwned, writeClaimed, writeRun, type WrittenSession } from "./write-run";
import { type Pulled, pullLeases } from "./pull-leases";
import { SharedProgress } from "./shared-progress";

const LOOK_EVERY = 500;

/**
 * Claims the table, writes what earlier steps lack, then leases and writes parts of the run like those who join,
 * until none is left; and in the end, under a claim of its own, whatever a survey still finds missing.
 */
export async function leadRun(
  options: RunOptions,
  decision: Decision,
  runId: string,
  tools: RunTools,
): Promise<WrittenSession> {
  const { table, owner, emit } = options;
  const { settings } = decision;
  const facts = claimFacts("fill", table, runId, settings, true);
  const { ownership, tookOver } = await claimTable(options, facts);
  const led = await whileOwned(options, ownership, async (heard) => {
    const run = new ClaimedRun(heard, decision, runId, ownership);
    const damage = await writeClaimed(heard, run, tools, tookOver, writeDamage);
    if (damage.stopped) return damage;
    const progress = new SharedProgress(runId, settings, true);
    const work = { decision, runId, tools, under: ownership.epoch, free: damage.free, progress };
    for (let written: WrittenSession = damage; ; await options.clock.pause(LOOK_EVERY)) {
      const { over, ...pulled } = await pullLeases(heard, work, true);
      written = plus(written, pulled);
      if (!over) return written;
      // Of one that was silent for long the others may have taken the lease alone.
      await ownership.commit();
    }
  });
  if (led.stopped) return led;
  // Steps of leases have later epochs than the claim that they are under.
  const last = {
    ...options,
    owner: { ...owner, id: `${owner.id}-last` },
    emit: (event: RunEvent) => event.kind !== "planned" && emit(event),
  };
  const seen = await unlessUnderWay(() => writeRun(last, decision, runId, tools, true));
  // One who has joined may be first to see that nobody leads: then the end is theirs.
  return seen === undefined ? led : plus(led, seen);
}

/**
 * Writes parts of a run that others write, until none is left.
 * @param under the epoch of the claim that has the table
 * @returns `over` where that claim has ended, or all who worked under it are gone
 */
export async function pullBeside(
  options: RunOptions,
  decision: Decision,
  runId: string,
  tools: RunTools,
  under: number,
): Promise<Pulled> {
  const { ledger, clock, stop } = options;
  const nothing = { rows: 0, batches: 0, stopped: false, over: false };
  // Whoever leads is still looking what is there.
  for (; ; await clock.pause(LOOK_EVERY, stop)) {
    if (stop.aborted) return { ...nothing, stopped: true };
    const { head } = await ledger.leases(under);
    if (head.isOver) return { ...nothing, over: true };
    if (head.end > 0) break;
    if (!(await othersLive(options))) return { ...nothing, over: true };
  }
  const { firstRow: first, targetRows } = decision.settings;
  const free = gaps({ first, rows: targetRows }, (await ledger.spans(runId)).map(rangeOf));
  const progress = new SharedProgress(runId, decision.settings, false);
  const pulled = await pullLeases(options, { decision, runId, tools, under, free, progress }, false);
  if (pulled.stopped || pulled.over) return pulled;
  // Others see to the end where there are any.
  return { ...pulled, over: !(await othersLive(options)) };
}

async function othersLive(options: RunOptions): Promise<boolean> {
  return (await livingHolders(options, holders(await options.ledger.newestRuns()))).length > 0;
}

/** Those of who has claimed a table, or parts of a run, that are neither gone nor silent. */
export async function livingHolders(
  { client, owner }: Pick<RunOptions, "client" | "owner">,
  held: readonly Holder[],
): Promise<Holder[]> {
  const now = await serverNow(client);
  return held.filter((holder) => !owner.isProvablyGone(holder.claim) && !isSilent(holder, now));
}

/** @returns `undefined` where somebody else was first to claim the table */
export async function unlessUnderWay<Result>(write: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Refusal && error.code === "run-under-way") return undefined;
    throw error;
  }
}

function plus<Session extends Written>(before: Written, { rows, batches, ...rest }: Session): Session {
  return { ...rest, rows: before.rows + rows, batches: before.batches + batches } as Session;
}
