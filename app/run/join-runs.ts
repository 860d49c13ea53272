import { Refusal } from "../errors";
import { beatOf, claimsOf, type Holder, holders } from "../ledger/holder";
import { loggedRuns } from "../ledger/logged-run";
import { runRecords } from "../ledger/run-records";
import type { ClaimRow, RunRow } from "../ledger/run-row";
import type { Decision } from "../plan/decide";
import type { Request } from "../request/request";
import { asFilledBefore } from "./check/skipped-columns";
import { isClaimLost } from "./claim/claim-lost";
import { isSound, meantRun, tellMet } from "./meant-run";
import { type RunTools, withTools } from "./pass/run-tools";
import type { Pulled } from "./pull-leases";
import { RunSession } from "./run-session";
import type { RunOptions } from "./session/run-options";
import { leadRun, livingHolders, pullBeside, unlessUnderWay } from "./share-run";

/** How long a run is waited for where there is nothing to do, in milliseconds. */
const PATIENCE = 60_000;
const LOOK_EVERY = 500;

/** How a table is held. */
interface Seen {
  readonly rows: readonly RunRow[];
  readonly claim: ClaimRow | undefined;
  readonly held: readonly Holder[];
  /** One of those that hold it and live. */
  readonly alive: Holder | undefined;
}

/**
 * Writes parts of a run beside others who share it, until none is left, and leads it where all who did are gone.
 * Where the table is claimed anew meanwhile, it looks again. Who comes before there is anything to do, or to a run that
 * was stopped, waits a minute for it to be started.
 * @throws Refusal `no-run`; `run-not-shared` where one is under way for one alone
 */
export async function joinRuns(asked: RunOptions, request: Request): Promise<void> {
  const { stop, table } = asked;
  let session: RunSession | undefined;
  while (!stop.aborted) {
    const seen = await look(asked);
    const { rows, claim, alive } = seen;
    if (alive !== undefined && claim?.shared !== true) {
      await awaitEnd(asked, alive, claim);
      continue;
    }
    const { name } = table;
    if (runRecords(rows, []).length === 0) {
      if (await claimedAnew(asked, claim, `There is no run into ${name.table} yet`)) continue;
      throw nothingToJoin(name.table);
    }
    const { options: meant, decision } = await meantRun(asked, request, rows, alive && claim?.run_id);
    if (decision.kind === "new") throw nothingToJoin(name.table);
    const { settings, run } = decision;
    const options = { ...meant, table: asFilledBefore(meant.table, run) };
    if (session?.runId !== run.runId) session = undefined;
    if (decision.kind === "met" && (await isSeenTo(options, decision, seen, session))) {
      if (session !== undefined) return session.end(settings, false);
      if (await claimedAnew(asked, claim, decision.message)) continue;
      return tellMet(options, decision);
    }
    // A leader that comes back is the only one here who shares.
    const goesOn = session !== undefined || request.share;
    if (alive === undefined && isStopped(seen, run.runId, goesOn)) {
      if (!goesOn && (await claimedAnew(asked, claim, `The run into ${name.table} was stopped`))) continue;
      return (session ?? new RunSession(options, run.runId)).end(settings, true);
    }
    session ??= new RunSession(options, run.runId);
    const pulled = await withTools(options, decision, request, (tools) =>
      pullOrLead(options, decision, run.runId, tools, alive && claim?.epoch),
    );
    session.add(pulled);
    const stopped = pulled.stopped || stop.aborted;
    if (stopped || !pulled.over) return session.end(settings, stopped);
  }
}

async function look(options: RunOptions): Promise<Seen> {
  const rows = await options.ledger.newestRuns();
  const held = holders(rows);
  return { rows, claim: claimsOf(rows).at(-1), held, alive: (await livingHolders(options, held))[0] };
}

/** @param under the epoch of the claim that others work under; `undefined`: nobody does */
async function pullOrLead(
  options: RunOptions,
  decision: Decision,
  runId: string,
  tools: RunTools,
  under: number | undefined,
): Promise<Pulled> {
  const nothing = { rows: 0, batches: 0, stopped: false, over: true };
  if (under !== undefined) return pullBeside(options, decision, runId, tools, under);
  try {
    const led = await unlessUnderWay(() => leadRun(options, decision, runId, tools));
    return led === undefined ? nothing : { ...led, over: false };
  } catch (error) {
    if (isClaimLost(error)) return nothing;
    throw error;
  }
}

/** Whether nothing of a run that is written is left to do: others see to the end, have done so, or all is there. */
async function isSeenTo(
  options: RunOptions,
  decision: Parameters<typeof isSound>[1],
  { rows, claim, held, alive }: Seen,
  session: RunSession | undefined,
): Promise<boolean> {
  if (alive !== undefined) return true;
  if (held.length > 0) return false;
  const isLookedAt = claim !== undefined && beatOf(rows, claim)?.message === "complete";
  return (session !== undefined && isLookedAt) || isSound(options, decision);
}

/**
 * Whether a run that nobody writes was stopped on purpose.
 * @param goesOn whether who asks is one of those who write it: then Ctrl+C of another one was not meant for him, but
 *   the command stop was
 */
function isStopped({ rows, held }: Seen, runId: string, goesOn: boolean): boolean {
  const { beat, stopAsked } = loggedRuns(rows, []).find(({ claim }) => claim.run_id === runId)!;
  return stopAsked || (!goesOn && held.length === 0 && beat?.message === "stopped");
}

/** Waits until what goes on without writing a run has ended. @throws Refusal `run-not-shared` where a run is written */
async function awaitEnd(options: RunOptions, holder: Holder, claim: ClaimRow | undefined): Promise<void> {
  const { ledger, clock, stop, emit } = options;
  const { pid, host, door, target_table: table } = holder.claim;
  const who = `Process ${pid} on ${host} (${door})`;
  if (claim?.intent === "fill")
    throw new Refusal(
      "run-not-shared",
      `${who} writes ${table} alone: wait for it, or stop it and start it with --share`,
      { pid, host },
    );
  const what = claim?.intent === "reset" ? "removes rows of" : "repairs";
  emit({ kind: "notice", message: `${who} ${what} ${table}: waiting until that has ended` });
  for (let alive = [holder]; alive.length > 0 && !stop.aborted; await clock.pause(LOOK_EVERY, stop))
    alive = (await livingHolders(options, holders(await ledger.newestRuns()))).filter(
      (one) => one.claim.epoch === holder.claim.epoch,
    );
}

/** Waits for a claim that follows. @returns false where there is none in time */
async function claimedAnew(
  { ledger, clock, stop, emit }: RunOptions,
  claim: ClaimRow | undefined,
  why: string,
): Promise<boolean> {
  emit({ kind: "notice", message: `${why}: waiting a minute for one that is started with --share` });
  const until = clock.monotonic() + PATIENCE;
  while (!stop.aborted && clock.monotonic() < until) {
    await clock.pause(LOOK_EVERY, stop);
    if (claimsOf(await ledger.newestRuns()).at(-1)?.epoch !== claim?.epoch) return true;
  }
  return stop.aborted;
}

function nothingToJoin(table: string): Refusal {
  return new Refusal("no-run", `There is no run into ${table} to work on: start one with --share`, { table });
}
