import { createRequire } from "node:module";

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
