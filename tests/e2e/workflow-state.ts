export interface WorkflowState {
  readonly status: string;
  /** What the last task failed with, or `""`. */
  readonly failure: string;
  /** How many tasks were started, retries included: the most attempts of one. */
  readonly attempts: number;
}

/** @param shown what Temporal's `workflow show -o json` prints */
export function readWorkflowState(shown: string): WorkflowState {
  const { events } = JSON.parse(shown) as {
    events: Record<string, any>[];
  };
  const started = events.map((event) => event.activityTaskStartedEventAttributes).filter(Boolean);
  const failed = events
    .map((event) => event.activityTaskFailedEventAttributes)
    .filter(Boolean)
    .at(-1);
  return {
    status: events.at(-1)!.eventType.replace("EVENT_TYPE_WORKFLOW_EXECUTION_", ""),
    failure: failed?.failure?.message ?? "",
    attempts: Math.max(...started.map(({ attempt }) => attempt ?? 1)),
  };
}
