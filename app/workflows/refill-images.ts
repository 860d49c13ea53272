import { Task, Workflow } from "@514labs/moose-lib";
import { runRecords } from "../ledger/run-records";
import { requestFromInput } from "../request/request-from-input";
import { systemClock } from "../run/claim/clock";
import { intentOf } from "../run/intent";
import { countRows } from "../table/table-state";
import { type Activity, afterFailure, currentActivity } from "./activity";
import { RETRIES, shortSummary } from "./fake-images";
import type { FakerSettings, RefillSettings } from "./faker-settings";
import { enterLiveRun, liveRunEnded } from "./live-runs";
import { type OpenTable, withOpenTable } from "./open-table";
import { planRefill, REFILL_OWNER, type RefillPlan, refillYields } from "./refill-plan";
import { runLog } from "./run-log";
import { endTask, type Outcome, settle } from "./task-outcome";

/** Declares the scheduled workflow that keeps a table filled. */
export function declareRefillImages(settings: FakerSettings, refill: RefillSettings): Workflow {
  const task = new Task<any, Outcome>("refill", {
    retries: RETRIES,
    timeout: "never",
    run: () => {
      const activity = currentActivity();
      return settle(settings.table.name, activity, () => refillTable(settings, refill, activity));
    },
    onCancel: () => liveRunEnded(currentActivity().info.workflowExecution.workflowId),
    onComplete: [endTask()],
  });
  return new Workflow(settings.workflows.refill, {
    startingTask: task,
    retries: 0,
    timeout: "never",
    schedule: refill.schedule,
  });
}

async function refillTable(
  settings: FakerSettings,
  refill: RefillSettings,
  activity: Activity,
): Promise<object> {
  const { info, cancellationSignal } = activity;
  const { workflowId, runId } = info.workflowExecution;
  const { name } = settings.table;
  const stop = new AbortController();
  cancellationSignal.addEventListener("abort", () => stop.abort("the workflow was cancelled"));
  const skip = (why: string) => {
    console.info(`${name}: no refill: ${why}`);
    return { skipped: why };
  };
  const leave = await enterLiveRun(name, { workflowId, kind: "refill", stop }, systemClock);
  if (leave === undefined) return skip("a run is under way");
  try {
    return await withOpenTable(settings, async (open) => {
      const plan = await dueRefill(open, refill);
      if (typeof plan === "string") return skip(plan);
      const log = runLog(name);
      const request = requestFromInput(plan.input, { skipColumns: settings.skipColumns });
      const summary = await open.run(intentOf(request), {
        ownerId: `${REFILL_OWNER}${runId}/${info.attempt}`,
        stop: stop.signal,
        again: afterFailure(activity),
        emit(event) {
          if (event.kind === "progress" && event.progress.rowsInserted >= plan.stopAt)
            stop.abort(`the table has the ${plan.stopAt} rows that the refill aims at`);
          log(event);
        },
      });
      return shortSummary(name, summary);
    });
  } finally {
    leave();
  }
}

/** @returns why there is nothing to do, or what to ask for */
async function dueRefill(
  { client, ledger, table }: OpenTable,
  refill: RefillSettings,
): Promise<RefillPlan | string> {
  const rows = await ledger.newestRuns();
  const why = refillYields(rows);
  if (why !== undefined) return why;
  const runs = runRecords(rows, await ledger.spans());
  return planRefill(runs, refill, await countRows(client, table));
}
