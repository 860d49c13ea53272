import { Refusal } from "../errors";
import { checkedRequest, type RequestDefaults } from "./parse-request";
import type { Request } from "./request";
import { wholeNumber } from "./whole-number";
import { checkWorkflowInput, WORKERS } from "./workflow-input";

/**
 * The request of a workflow's input, which arrives unchecked. `null` and `undefined` stand for no input, a
 * value of `undefined` for one that is omitted.
 * @throws Refusal as a command line's does, and as {@link checkWorkflowInput}; names are those of the
 * input
 */
export function requestFromInput(input: unknown, defaults?: RequestDefaults): Request {
  const { workers, ...values } = checkWorkflowInput(input);
  if (workers === undefined) return checkedRequest(values, (option) => option.name, defaults);
  if (values.share === false)
    throw new Refusal("contradiction", "share and workers: several workers share a run; omit share");
  return checkedRequest({ ...values, share: true }, (option) => option.name, defaults);
}

/**
 * How many executions of workflows are to write a run at the same time, its own included: 1 to 64, default 1.
 * @throws Refusal as {@link requestFromInput}
 */
export function workersFromInput(input: unknown): number {
  const { workers } = checkWorkflowInput(input);
  return wholeNumber(WORKERS.name, workers ?? 1, WORKERS);
}
