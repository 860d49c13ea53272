import { availableParallelism } from "node:os";
import { Task, Workflow } from "@514labs/moose-lib";
import { EnvironmentFailure, Refusal } from "../errors";
import { quoted } from "../request/quoted";
import type { Request } from "../request/request";
import { requestFromInput } from "../request/request-from-input";
import { systemClock } from "../run/claim/clock";
import { type Activity, afterFailure, currentActivity, RETRIES } from "./activity";
import type { FakerSettings } from "./faker-settings";
import { enterLiveRun, liveRunEnded, liveRunsOf } from "./live-runs";
import { withOpenTable } from "./open-table";
import { runLog } from "./run-log";
import { shortSummary } from "./short-summary";
import { endTask, type Outcome, settle } from "./task-outcome";

const INPUT = ["writer", "threads", "skipColumns"] as const;

/** How often a task that finds its process busy looks for another one: four minutes in all. */
const MOST_LOOKS = 8;

/** What those who work beside the one that leads are told of its request. */
export function workInput({ writer, threads, skipColumns }: Request): object {
  return { writer, ...(threads === undefined ? {} : { threads }), skipColumns };
}

/** Declares the workflow that writes parts of a shared run; one that fills starts it as often as it wants workers. */
export function declareWorkImages(settings: FakerSettings): Workflow {
  const task = new Task<any, Outcome>("work", {
    retries: RETRIES,
    timeout: "never",
    run: ({ input }) => {
      const activity = currentActivity();
      return settle(settings.table.name, activity, () => workOn(settings, input as unknown, activity));
    },
    onCancel: () => liveRunEnded(currentActivity().info.workflowExecution.workflowId),
    onComplete: [endTask()],
  });
  return new Workflow(settings.workflows.work, { startingTask: task, retries: 0, timeout: "never" });
}

async function workOn(settings: FakerSettings, input: unknown, activity: Activity): Promise<object> {
  const { info, cancellationSignal } = activity;
  const { workflowId, runId } = info.workflowExecution;
  const { name } = settings.table;
  const request = requestFromInput(input, { skipColumns: settings.skipColumns });
  const other = Object.keys(input ?? {}).find((key) => !INPUT.some((known) => known === key));
  if (other !== undefined) {
    throw new Refusal(
      "unknown-option",
      `unknown option ${quoted(other)} of ${settings.workflows.work}: expected one of ${INPUT.join(", ")}`,
    );
  }
  const stop = new AbortController();
  cancellationSignal.addEventListener("abort", () => stop.abort("the workflow was cancelled"));
  const here = liveRunsOf("work");
  if (here >= availableParallelism()) {
    const message = `this process writes ${here} parts already, as many as it has cores`;
    if (info.attempt > MOST_LOOKS) return { table: name, outcome: "nothing-to-do", message };
    // Temporal may give the next attempt to another process.
    throw new EnvironmentFailure("process-busy", message);
  }
  // Many work on a table: each stands for itself.
  const leave = await enterLiveRun(`${name} ${workflowId}`, { workflowId, kind: "work", stop }, systemClock);
  try {
    return await withOpenTable(settings, async (open) => {
      const log = runLog(name);
      const summary = await open.run(request, {
        ownerId: `${runId}/${info.attempt}`,
        stop: stop.signal,
        again: afterFailure(activity),
        join: "follows",
        // How far the run is, its leader tells.
        emit: (event) => event.kind !== "progress" && log(event),
      });
      return shortSummary(summary);
    });
  } finally {
    leave?.();
  }
}
