import { createRequire } from "node:module";
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
    readonly workflowExecution: { readonly workflowId: string; readonly runId: string };
  };
}

/** The task that this call belongs to. Temporal's library is the copy that Moose itself uses. */
export function currentActivity(): Activity {
  const require = createRequire(createRequire(__filename).resolve("@514labs/moose-lib"));
  return (require("@temporalio/activity") as { Context: { current(): Activity } }).Context.current();
}

/** What follows when an attempt fails: Temporal's default, which Moose keeps, doubles its wait from 1 s to 100 s. */
export function afterFailure({ info }: Pick<Activity, "info">): Required<Omit<Trouble, "error">> {
  return { attempt: info.attempt, retry_in_seconds: Math.min(100, 2 ** (info.attempt - 1)) };
}
