import { type Activity, clientOf } from "./activity";

/**
 * How the newest execution of a workflow stands, as Temporal calls it, such as `RUNNING`; `UNKNOWN` where it can't be
 * asked, `FORGOTTEN` where it does not know it any more.
 */
export async function leaderStatus(workflowId: string, activity: Activity): Promise<string> {
  try {
    return (await clientOf(activity).workflow.getHandle(workflowId).describe()).status.name;
  } catch (error) {
    return (error as Error).name === "WorkflowNotFoundError" ? "FORGOTTEN" : "UNKNOWN";
  }
}

export function isEnded(status: string): boolean {
  return status !== "RUNNING" && status !== "UNKNOWN";
}
