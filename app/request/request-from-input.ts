import { checkedRequest, type RequestDefaults } from "./parse-request";
import type { Request } from "./request";
import { wholeNumber } from "./whole-number";
import { checkWorkflowInput } from "./workflow-input";

/** The most tasks of a workflow that write one run. */
export const MOST_WORKERS = 64;

/**
 * The request of a workflow's input, which arrives unchecked. `null` and `undefined` stand for no input, a
 * value of `undefined` for one that is omitted. With several workers the run is shared.
 * @throws Refusal as a command line's does, and as {@link checkWorkflowInput}; names are those of the
 * input
 */
export function requestFromInput(input: unknown, defaults?: RequestDefaults): Request {
  const { workers: _, ...values } = checkWorkflowInput(input);
  const share = workersFromInput(input) > 1 ? { share: true } : {};
  return checkedRequest({ ...values, ...share }, (option) => option.name, defaults);
}

/**
 * How many tasks are to write the run at the same time, from 1 (the default) to {@link MOST_WORKERS}.
 * @throws as {@link requestFromInput}
 */
export function workersFromInput(input: unknown): number {
  const { workers = 1 } = checkWorkflowInput(input);
  return wholeNumber("workers", workers, { minimum: 1, maximum: MOST_WORKERS });
}
