import { Task, Workflow } from "@514labs/moose-lib";
import { Refusal } from "../errors";
import { isSilent, unreleased } from "../ledger/holder";
import type { Request } from "../request/request";
import { systemClock } from "../run/claim/clock";
import { serverNow } from "../server/server-facts";
import { type Activity, afterFailure, currentActivity } from "./activity";
import { RETRIES, shortSummary } from "./fake-images";
import type { FakerSettings } from "./faker-settings";
import { isEnded, leaderStatus } from "./leader-status";
import { enterLiveRun, liveRunEnded, TAKEN_OVER } from "./live-runs";
import { type OpenTable, withOpenTable } from "./open-table";
import { runLog } from "./run-log";
import { endTask, type Outcome, settle } from "./task-outcome";
import { checkWorkInput, workflowStart } from "./work-input";

/**
 * How long a task waits in its process before another one may have it, in milliseconds: a quarter of the time since
 * the workflow was started, in these bounds, so that those that wait for long are no burden.
 */
const TURN_SHARE = 0.25;
const TURN_MIN = 2_000;
const TURN_MAX = 30_000;
/** Milliseconds between two looks whether the process, or the run, is free. */
const LOOK_EVERY = 1_000;
/** Milliseconds between two looks at the workflow that started this one. */
const FOLLOW_EVERY = 5_000;

/** What a task says that is to be repeated. */
const WAITING = { outcome: "waiting" } as const;

/**
 * Declares the workflow that writes parts of a shared run beside others. A process writes one run at a time: where
 * it is taken, the task waits a while, and is then repeated by whichever process asks for it first.
 */
export function declareWorkImages(settings: FakerSettings): Workflow {
  const { name } = settings.table;
  // Of this ending, and followed by another one, a task is repeated while its result has `hasMore`.
  const task = new Task<any, Outcome & { readonly hasMore: boolean }>("work_extract", {
    retries: RETRIES,
    timeout: "never",
    run: async ({ input }) => {
      const activity = currentActivity();
      const outcome = await settle(name, activity, () => takePart(settings, input as unknown, activity));
      return { ...outcome, hasMore: "done" in outcome && outcome.done === WAITING };
    },
    onCancel: () => liveRunEnded(currentActivity().info.workflowExecution.workflowId),
    onComplete: [endTask()],
  });
  return new Workflow(settings.workflows.work, { startingTask: task, retries: 0, timeout: "never" });
}

async function takePart(settings: FakerSettings, input: unknown, activity: Activity): Promise<object> {
  const { name } = settings.table;
  const isFirstTurn = input !== null;
  const start = isFirstTurn ? { input, at: systemClock.wall() } : await workflowStart(activity);
  const { request, leader } = checkWorkInput(start.input, settings.skipColumns);
  const stop = new AbortController();
  activity.cancellationSignal.addEventListener("abort", () => stop.abort("the workflow was cancelled"));
  const turn = Math.min(TURN_MAX, Math.max(TURN_MIN, TURN_SHARE * (systemClock.wall() - start.at)));
  const until = systemClock.monotonic() + turn;
  for (let isFirst = true; systemClock.monotonic() < until && !stop.signal.aborted; isFirst = false) {
    const found = await writeHere(settings, request, leader, activity, stop);
    if (typeof found === "object") return stop.signal.reason === TAKEN_OVER ? WAITING : found;
    if (leader === undefined && found === "none") {
      if (isFirst && isFirstTurn && activity.info.attempt === 1) throw nothingToJoin(name);
      return runEnded(name);
    }
    // Where it goes on, it is about to begin, or to end.
    const asksLeader = leader !== undefined && (isFirst || found !== "taken");
    if (asksLeader && isEnded(await leaderStatus(leader, activity))) return runEnded(name);
    await systemClock.pause(LOOK_EVERY, stop.signal);
  }
  return WAITING;
}

/** What a look has found instead of work: this process has a run; no part is given yet; no run that others may write. */
type Found = "taken" | "soon" | "none";

async function writeHere(
  settings: FakerSettings,
  request: Request,
  leader: string | undefined,
  activity: Activity,
  stop: AbortController,
): Promise<object | Found> {
  const { name } = settings.table;
  const { workflowExecution, activityId, attempt } = activity.info;
  const { workflowId, runId } = workflowExecution;
  const leave = await enterLiveRun(name, { workflowId, kind: "work", stop }, systemClock);
  if (leave === undefined) return "taken";
  const follow = setInterval(() => void stopWithout(leader, activity, stop), FOLLOW_EVERY);
  try {
    return await withOpenTable(settings, async (open) => {
      const given = await partsGiven(open);
      if (given !== "now") return given;
      const summary = await open.run(
        { kind: "join", request },
        {
          ownerId: `${runId}/${activityId}/${attempt}`,
          stop: stop.signal,
          again: afterFailure(activity),
          emit: runLog(name),
        },
      );
      return shortSummary(name, summary);
    });
  } finally {
    clearInterval(follow);
    leave();
  }
}

/** When parts of a run are given to whoever asks. */
async function partsGiven({ client, ledger }: OpenTable): Promise<"now" | "soon" | "none"> {
  const holder = unreleased(await ledger.newestRuns());
  if (holder === undefined) return "none";
  const { epoch, owner, intent, shared } = holder.claim;
  if (intent === "fill" && shared !== true) return "none";
  if ((await ledger.standing(epoch, owner)).stopAsked) return "none";
  const hasBegun = (await ledger.leases(epoch)).head.end > 0;
  // Else whoever leads is still looking what is there, or does so once more in the end; one who is gone does not.
  return hasBegun || isSilent(holder, await serverNow(client)) ? "now" : "soon";
}

async function stopWithout(
  leader: string | undefined,
  activity: Activity,
  stop: AbortController,
): Promise<void> {
  const status = leader === undefined ? "RUNNING" : await leaderStatus(leader, activity);
  // Where it has ended well, so does the part that is being written.
  if (isEnded(status) && status !== "COMPLETED") stop.abort("the workflow that started this one has ended");
}

function runEnded(table: string): object {
  return { table, outcome: "nothing-to-do", message: "the run ended without this worker" };
}

function nothingToJoin(table: string): Refusal {
  return new Refusal(
    "no-run",
    `No run into ${table} is under way that others may write: start one with "workers" or --share`,
    { table },
  );
}
