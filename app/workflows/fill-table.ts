import { Refusal } from "../errors";
import { claimsOf, unreleased } from "../ledger/holder";
import type { Request } from "../request/request";
import { systemClock } from "../run/claim/clock";
import { requestStop } from "../run/claim/stop-request";
import type { RunEvent } from "../run/run-event";
import { type Activity, afterFailure, isCancelled } from "./activity";
import { changeWorkers } from "./change-workers";
import type { FakerSettings } from "./faker-settings";
import { enterLiveRun } from "./live-runs";
import { type OpenTable, withOpenTable } from "./open-table";
import { runLog } from "./run-log";
import { shortSummary } from "./short-summary";
import { startWork, temporalClient } from "./work-executions";
import { workInput } from "./work-images";

/**
 * Fills a table as an attempt of a workflow.
 * @param workers tasks that are to write the run, this one included; with several, where others share a run
 * already, it changes how many they are, and leaves it to them
 */
export async function fillTable(
  settings: FakerSettings,
  request: Request,
  workers: number,
  activity: Activity,
): Promise<object> {
  const { info, cancellationSignal } = activity;
  const { workflowId, runId } = info.workflowExecution;
  const { name } = settings.table;
  if (workers > 1) {
    temporalClient(activity);
    const changed =
      info.attempt === 1 &&
      (await withOpenTable(settings, (open) => changeWorkers(open, settings, request, workers, activity)));
    if (changed) return changed;
  }
  const stop = new AbortController();
  cancellationSignal.addEventListener("abort", () => stop.abort("the workflow was cancelled"));
  const leave = await enterLiveRun(name, { workflowId, kind: "fill", stop }, systemClock);
  if (leave === undefined) {
    throw new Refusal(
      "run-under-way",
      `A run into ${name} is under way in another workflow: wait for it, or cancel it with "moose-cli workflow cancel"`,
    );
  }
  const beside: Promise<unknown>[] = [];
  try {
    return await withOpenTable(settings, async (open) => {
      if (info.attempt > 1 && (await askedToStop(open, runId)))
        return { table: name, outcome: "stopped", message: "asked to stop" };
      const due = info.attempt > 1 && (await hasBegun(open, runId)) ? { ...request, reset: false } : request;
      const log = runLog(name, settings.workflows.fill);
      const start = (run: string) =>
        startWork(
          activity,
          { workflow: settings.workflows.work, runId: run, input: workInput(request) },
          workers,
        ).catch((error: Error) => console.error(`${name}: could not start all workers: ${error.message}`));
      if (request.share)
        cancellationSignal.addEventListener("abort", () => {
          if (!isCancelled(activity)) return;
          const failed = (error: Error) =>
            console.error(`${name}: could not ask the others to stop: ${error.message}`);
          beside.push(stopOthers(open).catch(failed));
        });
      try {
        const summary = await open.run(due, {
          ownerId: `${runId}/${info.attempt}`,
          stop: stop.signal,
          again: afterFailure(activity),
          // Some may have gone on without the attempt that failed.
          join: info.attempt > 1 && workers > 1 && (await open.sharedClaim()) ? "leads" : undefined,
          emit(event: RunEvent) {
            log(event);
            if (event.kind === "planned" && workers > 1) beside.push(start(event.plan.runId));
          },
        });
        return shortSummary(summary);
      } finally {
        await Promise.all(beside);
      }
    });
  } finally {
    leave();
  }
}

/** Asks all who share the run to stop. */
async function stopOthers({ ledger }: OpenTable): Promise<void> {
  const claim = claimsOf(await ledger.newestRuns()).at(-1);
  if (claim?.shared) await requestStop(ledger, claim);
}

/** Whether an earlier attempt got as far as writing: then the reset is done, and must not be repeated. */
function hasBegun({ ledger }: OpenTable, runId: string): Promise<boolean> {
  return ledger.hasFilled(`${runId}/`);
}

/** Whether somebody asked the last attempt to stop when it had failed already. */
async function askedToStop({ ledger }: OpenTable, runId: string): Promise<boolean> {
  const claim = unreleased(await ledger.newestRuns())?.claim;
  if (claim === undefined || !claim.owner.startsWith(`${runId}/`)) return false;
  return (await ledger.standing(claim.epoch, claim.owner)).stopAsked;
}
