import { Refusal } from "../errors";
import { claimsOf, type Holder, holders, isSilent } from "../ledger/holder";
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
import { pullLeases } from "./pull-leases";
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
    return plus(damage, await pullLeases(heard, work, true));
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

/** @returns `undefined` where somebody else was first to claim the table */
async function unlessUnderWay<Result>(write: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Refusal && error.code === "run-under-way") return undefined;
    throw error;
  }
}

/**
 * Writes parts of a run that others write, until none is left; leads it where nobody does.
 * @throws Refusal `run-not-shared` where it is under way for one alone
 */
export async function joinRun(
  options: RunOptions,
  decision: Decision,
  runId: string,
  tools: RunTools,
): Promise<WrittenSession> {
  const { ledger, clock, stop } = options;
  const progress = new SharedProgress(runId, decision.settings, false);
  let written = { rows: 0, batches: 0 };
  for (; !stop.aborted; await clock.pause(LOOK_EVERY, stop)) {
    const rows = await ledger.newestRuns();
    const claim = claimsOf(rows).at(-1);
    const alive = await livingHolders(options, holders(rows));
    if (claim === undefined || alive.length === 0) {
      const led = await unlessUnderWay(() => leadRun(options, decision, runId, tools));
      if (led === undefined) continue;
      return plus(written, led);
    }
    if (!claim.shared || claim.run_id !== runId) throw notShared(alive[0]!);
    // Whoever leads is still looking what is there.
    if ((await ledger.leases(claim.epoch)).head.end === 0) continue;
    const { firstRow: first, targetRows } = decision.settings;
    const free = gaps({ first, rows: targetRows }, (await ledger.spans(runId)).map(rangeOf));
    const pulled = await pullLeases(
      options,
      { decision, runId, tools, under: claim.epoch, free, progress },
      false,
    );
    written = plus(written, pulled);
    if (pulled.stopped) break;
    // Others see to the end where there are any.
    const left = await livingHolders(options, holders(await ledger.newestRuns()));
    if (left.length > 0) return { ...written, stopped: false };
  }
  return { ...written, stopped: true };
}

async function livingHolders({ client, owner }: RunOptions, held: readonly Holder[]): Promise<Holder[]> {
  const now = await serverNow(client);
  return held.filter((holder) => !owner.isProvablyGone(holder.claim) && !isSilent(holder, now));
}

function plus<Session extends Written>(before: Written, { rows, batches, ...rest }: Session): Session {
  return { ...rest, rows: before.rows + rows, batches: before.batches + batches } as Session;
}

function notShared({ claim }: Holder): Refusal {
  return new Refusal(
    "run-not-shared",
    `Process ${claim.pid} on ${claim.host} (${claim.door}) writes ${claim.target_table} alone: wait for it, or stop it and start it with --share`,
    { pid: claim.pid, host: claim.host },
  );
}
