import { Task, Workflow } from "@514labs/moose-lib";
import { requestFromInput, workersFromInput } from "../request/request-from-input";
import { currentActivity, RETRIES } from "./activity";
import type { FakerSettings } from "./faker-settings";
import { fillTable } from "./fill-table";
import { liveRunEnded } from "./live-runs";
import { endTask, type Outcome, settle } from "./task-outcome";

/** Declares the workflow that fills a table: `moose-cli workflow run fake-images --input '{"rows": 1000000}'`. */
export function declareFakeImages(settings: FakerSettings): Workflow {
  const fill = new Task<any, Outcome>("fill", {
    retries: RETRIES,
    timeout: "never",
    run: ({ input }) => {
      const activity = currentActivity();
      const { defaultRows: rows, skipColumns } = settings;
      return settle(settings.table.name, activity, () =>
        fillTable(
          settings,
          requestFromInput(input, { rows, skipColumns }),
          workersFromInput(input),
          activity,
        ),
      );
    },
    // Temporal has let the task go by then; the batch under way is finished and recorded nevertheless.
    onCancel: () => liveRunEnded(currentActivity().info.workflowExecution.workflowId),
    onComplete: [endTask()],
  });
  return new Workflow(settings.workflows.fill, { startingTask: fill, retries: 0, timeout: "never" });
}
