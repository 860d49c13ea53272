import { Task, Workflow } from "@514labs/moose-lib";
import { runRecords } from "../ledger/run-records";
import type { RunRecord } from "../plan/run-record";
import { requestFromInput } from "../request/parse-request";
import { unreleased } from "../ledger/holder";
import { countRows } from "../table/table-state";
import { type Activity, currentActivity } from "./activity";
import { RETRIES, shortSummary } from "./fake-images";
import type { FakerSettings, RefillSettings } from "./faker-settings";
import { enterLiveRun, liveRunEnded } from "./live-runs";
import { type OpenTable, withOpenTable } from "./open-table";
import { runLog } from "./run-log";
import { endTask, type Outcome, settle } from "./task-outcome";

/** Owners of refills begin with this in the ledger. */
const OWNER = "refill/";

/** Declares the scheduled workflow that keeps a table filled. */
export function declareRefillImages(settings: FakerSettings, refill: RefillSettings): Workflow {
  const task = new Task<any, Outcome>("refill", {
    retries: RETRIES,
    timeout: "never",
    run: () => settle(() => refillTable(settings, refill, currentActivity())),
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
  { info, cancellationSignal }: Activity,
): Promise<object> {
  const { workflowId, runId } = info.workflowExecution;
  const { name } = settings.table;
  const stop = new AbortController();
  cancellationSignal.addEventListener("abort", () => stop.abort("the workflow was cancelled"));
  const skip = (why: string) => {
    console.info(`${name}: no refill: ${why}`);
    return { skipped: why };
  };
  const leave = await enterLiveRun(name, { workflowId, kind: "refill", stop });
  if (leave === undefined) return skip("a run is under way");
  try {
    return await withOpenTable(settings, async (open) => {
      const plan = await planRefill(open, refill);
      if (typeof plan === "string") return skip(plan);
      const log = runLog(name);
      const summary = await open.run(requestFromInput(plan.input), {
        ownerId: `${OWNER}${runId}/${info.attempt}`,
        stop: stop.signal,
        emit(event) {
          if (event.kind === "progress" && event.progress.rowsInserted >= plan.stopAt)
            stop.abort(`the table has the ${plan.stopAt} rows that the refill aims at`);
          log(event);
        },
      });
      return shortSummary(summary);
    });
  } finally {
    leave();
  }
}

interface RefillPlan {
  readonly input: { readonly rows?: number; readonly startImageId: number };
  /** Rows of the run with which to stop, though its own target may be larger. */
  readonly stopAt: number;
}

/** @returns why there is nothing to do, or what to ask for */
async function planRefill(
  { client, ledger, table }: OpenTable,
  refill: RefillSettings,
): Promise<RefillPlan | string> {
  const rows = await ledger.runs();
  const holder = unreleased(rows);
  // Whoever began a run that was interrupted goes on with it; the target of a refill could be a smaller one.
  if (holder !== undefined && !holder.claim.owner.startsWith(OWNER))
    return `a run of process ${holder.claim.pid} on ${holder.claim.host} (${holder.claim.door}) is under way, or was interrupted and must be continued first`;
  const runs = runRecords(rows, await ledger.steps());
  const run = latest(runs);
  if (run === undefined) return "there is no run yet to continue";
  const recorded = run.rowsRecorded;
  const goal = Math.min(refill.targetRows, recorded + (refill.step ?? Infinity));
  if (recorded < goal) {
    const unfinished = run.targetRows > goal;
    return { input: { startImageId: run.firstRow, ...(unfinished ? {} : { rows: goal }) }, stopAt: goal };
  }
  if (!refill.repair) return `full, ${recorded} rows`;
  const all = runs.reduce((sum, { rowsRecorded }) => sum + rowsRecorded, 0);
  if ((await countRows(client, table.name)) === all) return `full, ${recorded} rows`;
  return { input: { startImageId: run.firstRow, rows: recorded }, stopAt: recorded };
}

function latest(runs: readonly RunRecord[]): RunRecord | undefined {
  return runs.reduce<RunRecord | undefined>(
    (best, run) => (best === undefined || run.lastActive > best.lastActive ? run : best),
    undefined,
  );
}
