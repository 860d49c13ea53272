import type { Request } from "../request/request";
import { type Activity, clientOf } from "./activity";
import type { FakerSettings } from "./faker-settings";
import type { WorkInput } from "./work-input";

/**
 * Starts those that write a run beside a workflow, as executions `<its id>/work/2` and so on. One that is under way
 * stays as it is, so a workflow's next attempt starts those that are missing.
 * @param workers how many write the run, that workflow included
 */
export async function startWorkers(
  { table, workflows }: FakerSettings,
  { writer, threads, skipColumns }: Request,
  activity: Activity,
  workers: number,
): Promise<void> {
  const { info } = activity;
  const { workflowId } = info.workflowExecution;
  const input: WorkInput = { writer, threads, skipColumns, leader: workflowId };
  const ids = Array.from({ length: workers - 1 }, (_, i) => `${workflowId}/work/${i + 2}`);
  try {
    for (const id of ids)
      await clientOf(activity).workflow.start(info.workflowType, {
        args: [{ workflow_name: workflows.work, execution_mode: "start" }, input],
        taskQueue: info.taskQueue,
        workflowId: id,
        workflowIdConflictPolicy: "USE_EXISTING",
      });
  } catch (error) {
    // The run is complete without them, only later.
    const { message } = error as Error;
    console.error(`${table.name}: not all of ${workers} workers could be started: ${message}`);
  }
}
