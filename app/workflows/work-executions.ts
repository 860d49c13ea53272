import { createHash } from "node:crypto";
import { Refusal } from "../errors";
import { MOST_WORKERS } from "../request/request-from-input";
import type { Activity, TemporalClient } from "./activity";

/** Executions of the workflow that works on a run beside the one that leads it, which counts as the first. */
export interface WorkExecutions {
  /** Of the workflow. */
  readonly workflow: string;
  readonly runId: string;
  readonly input: object;
}

/**
 * The client with which a task starts workflows.
 * @throws Refusal `no-temporal-client`
 */
export function temporalClient(activity: Pick<Activity, "client">): TemporalClient {
  let client: TemporalClient | undefined;
  try {
    client = activity.client;
  } catch {
    // As below.
  }
  if (client !== undefined) return client;
  throw new Refusal(
    "no-temporal-client",
    `workers: this version of Moose gives tasks no Temporal client to start others with: leave "workers" out, and start "data-faker work" where rows are to be written, with "share": true here`,
  );
}

/**
 * Starts the executions from the second to the one of a number, but for those that are there.
 * @returns how many it started
 */
export async function startWork(
  activity: Pick<Activity, "client" | "info">,
  work: WorkExecutions,
  workers: number,
): Promise<number> {
  const { info } = activity;
  const client = temporalClient(activity);
  let started = 0;
  for (let number = 2; number <= workers; number++) {
    try {
      await client.workflow.start(info.workflowType, {
        args: [{ workflow_name: work.workflow, execution_mode: "start" }, work.input],
        taskQueue: info.taskQueue,
        workflowId: workflowId(work, number),
      });
      started++;
    } catch (error) {
      if ((error as Error).name !== "WorkflowExecutionAlreadyStartedError") throw error;
    }
  }
  return started;
}

/**
 * Cancels the executions after the one of a number: each ends after its batch, and others write the rest of its part.
 * @returns how many there were
 */
export async function endWork(
  activity: Pick<Activity, "client">,
  work: Pick<WorkExecutions, "workflow" | "runId">,
  workers: number,
): Promise<number> {
  const client = temporalClient(activity);
  let ended = 0;
  for (let number = workers + 1; number <= MOST_WORKERS; number++) {
    try {
      await client.workflow.getHandle(workflowId(work, number)).cancel();
      ended++;
    } catch (error) {
      if ((error as Error).name !== "WorkflowNotFoundError") throw error;
    }
  }
  return ended;
}

/** Says which run and which number: who starts it again, after an error, finds it there. */
export function workflowId(
  { workflow, runId }: Pick<WorkExecutions, "workflow" | "runId">,
  number: number,
): string {
  return `${workflow}-${createHash("sha256").update(runId).digest("hex").slice(0, 8)}-${number}`;
}
