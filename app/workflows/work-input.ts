import { EnvironmentFailure, Refusal } from "../errors";
import { quoted } from "../request/quoted";
import type { Request } from "../request/request";
import { requestFromInput } from "../request/request-from-input";
import { type Activity, clientOf } from "./activity";

/** The input of `work-images`. All else that makes rows is in the ledger. */
export interface WorkInput extends Partial<Pick<Request, "writer" | "threads" | "skipColumns">> {
  /** The id of the workflow that started this one; by hand: none. */
  readonly leader?: string;
}

const GIVEN = ["writer", "threads", "skipColumns"];

/** @throws Refusal as `requestFromInput`, and where it names what the run has already */
export function checkWorkInput(
  input: unknown,
  skipColumns: readonly string[],
): { request: Request; leader: string | undefined } {
  const { leader, ...given } = (input ?? {}) as Readonly<Record<string, unknown>>;
  const other = Object.keys(given).find((name) => !GIVEN.includes(name));
  if (other !== undefined)
    throw new Refusal(
      "unknown-option",
      `unknown option ${quoted(other)}: expected one of ${GIVEN.join(", ")}; the rest is the run's own`,
    );
  if (leader !== undefined && typeof leader !== "string")
    throw new Refusal("invalid-input", `leader: expected a workflow's id, received ${quoted(leader)}`);
  return { request: requestFromInput(given, { skipColumns }), leader };
}

/** What a workflow was started with, and when. */
export interface WorkflowStart {
  readonly input: unknown;
  /** Milliseconds since 1970, by Temporal's clock. */
  readonly at: number;
}

/**
 * For a task that Moose repeats: it gives it nothing of this.
 * @throws EnvironmentFailure where Temporal does not answer
 */
export async function workflowStart(activity: Activity): Promise<WorkflowStart> {
  const { info } = activity;
  const request = {
    namespace: info.workflowNamespace,
    execution: info.workflowExecution,
    maximumPageSize: 1,
  };
  const { history } = await clientOf(activity)
    .workflowService.getWorkflowExecutionHistory(request)
    .catch((error: unknown) => {
      const why = (error as Error).message;
      throw new EnvironmentFailure("temporal-silent", `Temporal does not say what was asked for: ${why}`);
    });
  const { eventTime, workflowExecutionStartedEventAttributes: started } = history!.events![0]!;
  const input = started!.input!.payloads![1]?.data;
  return {
    input: input == null ? undefined : JSON.parse(Buffer.from(input).toString()),
    at: Number(eventTime!.seconds) * 1000,
  };
}
