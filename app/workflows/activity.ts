import { createRequire } from "node:module";
import { EnvironmentFailure } from "../errors";
import type { Trouble } from "../ledger/trouble";

/** What is used of the context that Temporal gives to a task under way. */
export interface Activity {
  /**
   * Aborts when the workflow is cancelled (a heartbeat tells it, every 8 s at most) or the worker shuts down.
   */
  readonly cancellationSignal: AbortSignal;
  readonly info: {
    /** From 1. */
    readonly attempt: number;
    /** Of the task within its execution. */
    readonly activityId: string;
    readonly workflowExecution: { readonly workflowId: string; readonly runId: string };
    readonly workflowType: string;
    readonly workflowNamespace: string;
    readonly taskQueue: string;
  };
  /** Of the Temporal that gave the task; missing before version 1.12 of its library. */
  readonly client?: TemporalClient;
}

/** What is used of Temporal's client. */
export interface TemporalClient {
  readonly workflow: {
    start(workflowType: string, options: object): Promise<unknown>;
    getHandle(workflowId: string): { describe(): Promise<{ readonly status: { readonly name: string } }> };
  };
  readonly workflowService: {
    getWorkflowExecutionHistory(request: object): Promise<{ readonly history?: History | null }>;
  };
}

/** As far as a workflow's input is in it. */
interface History {
  readonly events?: readonly WorkflowEvent[] | null;
}

interface WorkflowEvent {
  readonly eventTime?: { readonly seconds?: unknown } | null;
  readonly workflowExecutionStartedEventAttributes?: {
    readonly input?: { readonly payloads?: readonly { readonly data?: Uint8Array | null }[] | null } | null;
  } | null;
}

/** The task that this call belongs to. Temporal's library is the copy that Moose itself uses. */
export function currentActivity(): Activity {
  const require = createRequire(createRequire(__filename).resolve("@514labs/moose-lib"));
  return (require("@temporalio/activity") as { Context: { current(): Activity } }).Context.current();
}

/** @throws EnvironmentFailure where Temporal's library has none yet */
export function clientOf({ client }: Pick<Activity, "client">): TemporalClient {
  if (client === undefined)
    throw new EnvironmentFailure(
      "temporal-too-old",
      "several workers need @temporalio/activity 1.12 or newer",
    );
  return client;
}

/** What follows when an attempt fails: Temporal's default, which Moose keeps, doubles its wait from 1 s to 100 s. */
export function afterFailure({ info }: Pick<Activity, "info">): Required<Omit<Trouble, "error">> {
  return { attempt: info.attempt, retry_in_seconds: Math.min(100, 2 ** (info.attempt - 1)) };
}
