import { Task, Workflow } from "@514labs/moose-lib";
import { Refusal } from "../errors";
import { unreleased } from "../ledger/holder";
import { requestFromInput, workersFromInput } from "../request/request-from-input";
import type { Request } from "../request/request";
import { intentOf } from "../run/intent";
import type { RunEvent, RunSummary } from "../run/run-event";
import { systemClock } from "../run/claim/clock";
import { type Activity, afterFailure, currentActivity } from "./activity";
import type { FakerSettings } from "./faker-settings";
import { enterLiveRun, liveRunEnded } from "./live-runs";
import { type OpenTable, withOpenTable } from "./open-table";
import { runLog } from "./run-log";
import { joinUntilItEnds } from "./join-until-it-ends";
import { startWorkers } from "./start-workers";
import { endTask, type Outcome, settle } from "./task-outcome";

/** Every restart of Moose uses one up. */
export const RETRIES = 100_000;

/** Declares the workflow that fills a table: `moose-cli workflow run fake-images --input '{"rows": 1000000}'`. */
export function declareFakeImages(settings: FakerSettings): Workflow {
  const fill = new Task<any, Outcome>("fill", {
    retries: RETRIES,
    timeout: "never",
    run: ({ input }) => {
      const activity = currentActivity();
      const { defaultRows: rows, skipColumns } = settings;
      return settle(settings.table.name, activity, () =>
        fillTable(
          settings,
          requestFromInput(input, { rows, skipColumns }),
          activity,
          workersFromInput(input),
        ),
      );
    },
    // Temporal has let the task go by then; the batch under way is finished and recorded nevertheless.
    onCancel: () => liveRunEnded(currentActivity().info.workflowExecution.workflowId),
    onComplete: [endTask()],
  });
  return new Workflow(settings.workflows.fill, { startingTask: fill, retries: 0, timeout: "never" });
}

/**
 * Fills a table as an attempt of a workflow.
 * @param workers how many executions write the run, this one included
 */
export async function fillTable(
  settings: FakerSettings,
  request: Request,
  activity: Activity,
  workers: number,
): Promise<object> {
  const { info, cancellationSignal } = activity;
  const { workflowId, runId } = info.workflowExecution;
  const { name } = settings.table;
  const stop = new AbortController();
  cancellationSignal.addEventListener("abort", () => stop.abort("the workflow was cancelled"));
  const leave = await enterLiveRun(name, { workflowId, kind: "fill", stop }, systemClock);
  if (leave === undefined) {
    throw new Refusal(
      "run-under-way",
      `A run into ${name} is under way in another workflow: wait for it, or cancel it with "moose-cli workflow cancel"`,
    );
  }
  try {
    return await withOpenTable(settings, async (open) => {
      if (info.attempt > 1 && (await askedToStop(open, runId))) return shortSummary(name, undefined);
      const goesOn = info.attempt > 1 && (await hasBegun(open, runId));
      const log = runLog(name, settings.workflows.fill);
      let started: Promise<void> | undefined;
      const call = {
        ownerId: `${runId}/${info.attempt}`,
        stop: stop.signal,
        again: afterFailure(activity),
        emit(event: RunEvent) {
          // Not before it is known that there is something to write.
          if (event.kind === "planned") started ??= startWorkers(settings, request, activity, workers);
          log(event);
        },
      };
      const due = goesOn ? { ...request, reset: false } : request;
      // Those who write the run beside this workflow have gone on without it.
      const joins = goesOn && due.share;
      const summary = joins ? await joinUntilItEnds(open, due, call) : await open.run(intentOf(due), call);
      await started;
      return shortSummary(name, summary);
    });
  } finally {
    leave();
  }
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

/** What Temporal keeps of a run. @param summary `undefined` where it was stopped before there was one */
export function shortSummary(table: string, summary: RunSummary | undefined): object {
  if (summary === undefined) return { table, outcome: "stopped", message: "asked to stop" };
  const { outcome, message, seed, firstRow, targetRows, rowsInserted, rowsWritten, elapsedSeconds } = summary;
  return {
    table,
    outcome,
    message,
    seed: seed.slice(0, 200),
    firstRow,
    targetRows,
    rowsInserted,
    rowsWritten,
    elapsedSeconds,
  };
}
