import { Refusal } from "../errors";
import { troubleMessage } from "../ledger/trouble";
import type { Decision } from "../plan/decide";
import { serverFailure } from "../server/server-failure";
import { clientsOf } from "../table/shards";
import { claimFacts } from "./claim/claim-facts";
import { claimTable } from "./claim/claim-table";
import type { Ownership } from "./claim/ownership";
import { awaitEarlierInserts } from "./claim/earlier-inserts";
import { awaitEarlierRemovals } from "./claim/earlier-removals";
import type { RunEvent } from "./run-event";
import type { RunOptions } from "./session/run-options";
import { RunSession } from "./run-session";
import type { BatchPipeline, MeasuringThreads } from "./pass/batch-pipeline";
import type { RunTools } from "./pass/run-tools";
import { ClaimedRun } from "./pass/claimed-run";
import { shortenSteps } from "./pass/shorten-steps";
import { writePasses, type Written } from "./pass/write-passes";

/** What a session wrote, and whether it was asked to stop before the end. */
export type WrittenSession = Written & { readonly stopped: boolean };

/** Writes a run, and tells how that ended. @param write is given the run's id */
export async function inSession(
  options: RunOptions,
  decision: Decision,
  write: (runId: string) => Promise<WrittenSession>,
): Promise<void> {
  const { table, owner } = options;
  const { settings } = decision;
  const runId =
    decision.kind === "new" ? `${table.name.table}/${settings.firstRow}/${owner.id}` : decision.run.runId;
  const session = new RunSession(options, runId);
  const written = await write(runId);
  session.add(written);
  await session.end(settings, written.stopped);
}

/**
 * Claims the table, writes what the decision asks for until a survey finds it there, and releases it.
 * @param shared whether those who join may wait for it
 */
export async function writeRun(
  options: RunOptions,
  decision: Decision,
  runId: string,
  tools: RunTools,
  shared = false,
): Promise<WrittenSession> {
  const intent = decision.kind === "repair" ? "repair" : "fill";
  const facts = claimFacts(intent, options.table, runId, decision.settings, shared);
  const { ownership, tookOver } = await claimTable(options, facts);
  return whileOwned(options, ownership, async (heard) => {
    const run = new ClaimedRun(heard, decision, runId, ownership);
    return writeClaimed(heard, run, tools, tookOver, writePasses);
  });
}

/** Works under a claim or a lease, and releases it. */
export async function whileOwned(
  options: RunOptions,
  ownership: Ownership,
  work: (heard: RunOptions) => Promise<WrittenSession>,
): Promise<WrittenSession> {
  const heard = {
    ...options,
    emit(event: RunEvent) {
      ownership.hear(event);
      options.emit(event);
    },
  };
  try {
    const written = await work(heard);
    await ownership.release(written.stopped ? "stopped" : "complete");
    return written;
  } catch (error) {
    // A refusal left nothing under way. After any other failure an insert may still arrive: the claim is left
    // to lapse, and the next owner waits for that insert.
    if (error instanceof Refusal)
      await ownership.release(troubleMessage({ error: error.message })).catch(() => ownership.abandon());
    else await ownership.fail({ error: messageOf(serverFailure(error)), ...options.again });
    throw error;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Waits for what a taken-over owner has under way, and writes.
 * @param passes what is written
 */
export async function writeClaimed<Result>(
  options: RunOptions,
  run: ClaimedRun,
  tools: RunTools,
  tookOver: boolean,
  passes: (
    options: RunOptions,
    run: ClaimedRun,
    measuring: MeasuringThreads,
    pipeline: Promise<BatchPipeline>,
  ) => Promise<Result>,
): Promise<Result> {
  const { client, table, ledger, clock } = options;
  // Threads start and the writer connects while the table is looked at.
  const pipeline = tools.pipelineOf(run);
  if (tookOver) {
    await Promise.all([
      run.retries.run(() => awaitEarlierInserts(client, ledger.stepsTable, clock)),
      ...clientsOf(client, table).map((at) =>
        run.retries.run(() => awaitEarlierInserts(at, table.name, clock)),
      ),
    ]);
    for (const at of clientsOf(client, table))
      await run.retries.run(() => awaitEarlierRemovals(at, table.name, clock));
  }
  if (!run.repairOnly) await shortenSteps(options, run, tools.measuring.expected);
  return passes(options, run, tools.measuring, pipeline);
}
