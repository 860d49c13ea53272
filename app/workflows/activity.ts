import { createRequire } from "node:module";
import type { Trouble } from "../ledger/trouble";

/** Every restart of Moose uses one up. */
export const RETRIES = 100_000;

/** What is used of Temporal's client. */
export interface TemporalClient {
  readonly workflow: {
    start(
      type: string,
      options: { readonly args: readonly unknown[]; readonly taskQueue: string; readonly workflowId: string },
    ): Promise<unknown>;
    getHandle(workflowId: string): { cancel(): Promise<unknown> };
  };
}

/** What is used of the context that Temporal gives to a task under way. */
export interface Activity {
  /**
   * Aborts when the workflow is cancelled (a heartbeat tells it, every 8 s at most) or the worker shuts down.
   */
  readonly cancellationSignal: AbortSignal;
  /** Missing in older versions of Temporal's library; later ones throw where there is none. */
  readonly client?: TemporalClient;
  readonly info: {
    /** From 1. */
    readonly attempt: number;
    readonly workflowExecution: { readonly workflowId: string; readonly runId: string };
    /** Of the workflow's program, which all of Moose's workflows share. */
    readonly workflowType: string;
    readonly taskQueue: string;
  };
}

/** The task that this call belongs to. Temporal's library is the copy that Moose itself uses. */
export function currentActivity(): Activity {
  const require = createRequire(createRequire(__filename).resolve("@514labs/moose-lib"));
  return (require("@temporalio/activity") as { Context: { current(): Activity } }).Context.current();
}

/** Whether somebody cancelled the workflow: a task is ended, too, when Temporal has lost sight of it. */
export function isCancelled({ cancellationSignal }: Activity): boolean {
  return (cancellationSignal.reason as Error | undefined)?.message === "CANCELLED";
}

/** What follows when an attempt fails: Temporal's default, which Moose keeps, doubles its wait from 1 s to 100 s. */
export function afterFailure({ info }: Pick<Activity, "info">): Required<Omit<Trouble, "error">> {
  return { attempt: info.attempt, retry_in_seconds: Math.min(100, 2 ** (info.attempt - 1)) };
}
