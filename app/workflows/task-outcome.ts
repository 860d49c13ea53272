import { Task } from "@514labs/moose-lib";
import { EnvironmentFailure, Refusal } from "../errors";
import { inInput } from "./input-wording";

/** What a task hands to the one that ends the workflow. */
export type Outcome = { readonly refused: string } | { readonly done: object };

/**
 * Carries out a task's work. Moose throws away what kind an error was, so that Temporal would repeat every
 * one: a refusal, or a bug, becomes a result that {@link endTask} fails on, and only a failure of the
 * environment is thrown.
 */
export async function settle(work: () => Promise<object>): Promise<Outcome> {
  try {
    return { done: await work() };
  } catch (error) {
    if (error instanceof Refusal) return { refused: inInput(error.message) };
    if (error instanceof EnvironmentFailure)
      throw new EnvironmentFailure(error.code, inInput(error.message), error.fields, { cause: error });
    return { refused: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** The last task of a workflow: passes the result on, or fails once. */
export function endTask(): Task<Outcome, object> {
  return new Task<Outcome, object>("end", {
    retries: 0,
    timeout: "1m",
    run: async ({ input }) => {
      if ("refused" in input) throw new Error(input.refused);
      return input.done;
    },
  });
}
