import { Refusal } from "../errors";
import { troubleMessage } from "../ledger/trouble";
import type { Decision } from "../plan/decide";
import { serverFailure } from "../server/server-failure";
import { claimFacts } from "./claim/claim-facts";
import { claimTable } from "./claim/claim-table";
import { awaitEarlierInserts } from "./claim/earlier-inserts";
import { awaitEarlierRemovals } from "./claim/earlier-removals";
import type { RunEvent } from "./run-event";
import type { RunOptions } from "./session/run-options";
import { type SessionEnd, summarizeRun } from "./summarize-run";
import { type MeasuringThreads, openBatchPipeline, type PipelineSettings } from "./pass/batch-pipeline";
import { ClaimedRun } from "./pass/claimed-run";
import { shortenSteps } from "./pass/shorten-steps";
import { writePasses } from "./pass/write-passes";

/**
 * Claims the table, writes what the decision asks for until a survey finds it there, and releases it.
 * @param measuring threads for this decision
 */
export async function writeRun(
  options: RunOptions,
  decision: Decision,
  pipelineSettings: PipelineSettings,
  measuring: MeasuringThreads,
): Promise<void> {
  const { table, clock, owner, emit } = options;
  const { settings } = decision;
  const started = clock.monotonic();
  const runId =
    decision.kind === "new" ? `${table.name.table}/${settings.firstRow}/${owner.id}` : decision.run.runId;
  const facts = claimFacts(decision.kind === "repair" ? "repair" : "fill", table, runId, settings);
  const { ownership, tookOver } = await claimTable(options, facts);
  const heard = {
    ...options,
    emit(event: RunEvent) {
      ownership.hear(event);
      emit(event);
    },
  };
  let end: SessionEnd;
  try {
    const run = new ClaimedRun(heard, decision, runId, ownership);
    const { rows, batches, stopped } = await writeClaimed(heard, run, pipelineSettings, measuring, tookOver);
    const seconds = (clock.monotonic() - started) / 1000;
    end = stopped
      ? { outcome: "stopped", message: "asked to stop", rows, batches, seconds }
      : { outcome: "complete", message: undefined, rows, batches, seconds };
    await ownership.release(end.outcome);
  } catch (error) {
    // A refusal left nothing under way. After any other failure an insert may still arrive: the claim is left
    // to lapse, and the next owner waits for that insert.
    if (error instanceof Refusal)
      await ownership.release(troubleMessage({ error: error.message })).catch(() => ownership.abandon());
    else await ownership.fail({ error: messageOf(serverFailure(error)), ...options.again });
    throw error;
  }
  emit({ kind: "finished", summary: await summarizeRun(options, runId, settings, end) });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function writeClaimed(
  options: RunOptions,
  run: ClaimedRun,
  pipelineSettings: PipelineSettings,
  measuring: MeasuringThreads,
  tookOver: boolean,
): ReturnType<typeof writePasses> {
  const { client, table, ledger, clock } = options;
  // Threads start and the writer connects while the table is looked at.
  const pipeline = openBatchPipeline(options, run, pipelineSettings, measuring);
  pipeline.catch(() => {});
  try {
    if (tookOver) {
      await Promise.all(
        [table.name, ledger.stepsTable].map((name) =>
          run.retries.run(() => awaitEarlierInserts(client, name, clock)),
        ),
      );
      await run.retries.run(() => awaitEarlierRemovals(client, table.name, clock));
    }
    if (!run.repairOnly) await shortenSteps(options, run, measuring.expected);
    return await writePasses(options, run, measuring, pipeline);
  } finally {
    await (await pipeline.catch(() => undefined))?.close();
  }
}
