import { checkedRequest, type RequestDefaults } from "./parse-request";
import type { Request } from "./request";
import { checkWorkflowInput } from "./workflow-input";

/**
 * The request of a workflow's input, which arrives unchecked. `null` and `undefined` stand for no input, a
 * value of `undefined` for one that is omitted.
 * @throws Refusal as a command line's does, and as {@link checkWorkflowInput}; names are those of the
 * input
 */
export function requestFromInput(input: unknown, defaults?: RequestDefaults): Request {
  return checkedRequest(checkWorkflowInput(input), (option) => option.name, defaults);
}
