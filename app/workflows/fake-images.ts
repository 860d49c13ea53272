import { Task, Workflow } from "@514labs/moose-lib";
import { Refusal } from "../errors";
import { unreleased } from "../ledger/holder";
import { requestFromInput } from "../request/request-from-input";
import type { Request } from "../request/request";
import type { RunSummary } from "../run/run-event";
import { systemClock } from "../run/claim/clock";
import { type Activity, afterFailure, currentActivity } from "./activity";
import type { FakerSettings } from "./faker-settings";
import { enterLiveRun, liveRunEnded } from "./live-runs";
import { type OpenTable, withOpenTable } from "./open-table";
import { runLog } from "./run-log";
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
        fillTable(settings, requestFromInput(input, { rows, skipColumns }), activity),
      );
    },
    // Temporal has let the task go by then; the batch under way is finished and recorded nevertheless.
    onCancel: () => liveRunEnded(currentActivity().info.workflowExecution.workflowId),
    onComplete: [endTask()],
  });
  return new Workflow(settings.workflows.fill, { startingTask: fill, retries: 0, timeout: "never" });
}

/** Fills a table as an attempt of a workflow. */
export async function fillTable(
  settings: FakerSettings,
  request: Request,
  activity: Activity,
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
      if (info.attempt > 1 && (await askedToStop(open, runId)))
        return { table: name, outcome: "stopped", message: "asked to stop" };
      const due = info.attempt > 1 && (await hasBegun(open, runId)) ? { ...request, reset: false } : request;
      return shortSummary(
        await open.run(due, {
          ownerId: `${runId}/${info.attempt}`,
          stop: stop.signal,
          again: afterFailure(activity),
          emit: runLog(name, settings.workflows.fill),
        }),
      );
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

/** What Temporal keeps of a run. */
export function shortSummary({
  table,
  outcome,
  message,
  seed,
  firstRow,
  targetRows,
  rowsInserted,
  rowsWritten,
  elapsedSeconds,
}: RunSummary): object {
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
