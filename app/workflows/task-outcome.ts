import { Task } from "@514labs/moose-lib";
import { EnvironmentFailure, Refusal } from "../errors";
import { type Activity, afterFailure } from "./activity";
import { inInput, inRetry } from "./input-wording";

/** What a task hands to the one that ends the workflow. */
export type Outcome<Done extends object = object> = { readonly refused: string } | { readonly done: Done };

/**
 * Carries out a task's work, and tells on Moose's terminal, which shows errors alone, why it failed. Moose throws away what kind an error was, so that Temporal would repeat every
 * one: a refusal, or a bug, becomes a result that {@link endTask} fails on, and only a failure of the
 * environment is thrown.
 */
export async function settle<Done extends object>(
  table: string,
  activity: Activity,
  work: () => Promise<Done>,
): Promise<Outcome<Done>> {
  try {
    return { done: await work() };
  } catch (error) {
    if (error instanceof Refusal) return { refused: `${table}: ${inInput(error.message)}` };
    if (error instanceof EnvironmentFailure) {
      const { attempt, retry_in_seconds } = afterFailure(activity);
      throw withoutStack(
        `${table}: attempt ${attempt} failed, the next one in ${retry_in_seconds} s: ${inRetry(error.message)}`,
      );
    }
    return { refused: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** The last task of a workflow: passes the result on, or fails once. */
export function endTask(): Task<Outcome, object> {
  return new Task<Outcome, object>("end", {
    retries: 0,
    timeout: "1m",
    run: async ({ input }) => {
      if ("refused" in input) throw withoutStack(input.refused);
      return input.done;
    },
  });
}

/** Moose prints message and stack, which begins with the message. */
function withoutStack(message: string): Error {
  return Object.assign(new Error(message), { stack: undefined });
}
