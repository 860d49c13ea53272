import { ExpectedError } from "../../app/errors";
import { escaped } from "../../app/request/quoted";
import type { Actions, Streams } from "./actions";
import { helpText } from "./build-program";
import type { Environment } from "./environment";
import { parseArguments } from "./parse-arguments";

/** Characters; names of databases and servers are somebody else's text, of any length. */
const LONGEST_MESSAGE = 2_000;

/**
 * Carries out a command line: an expected failure becomes one line on standard error, a bug its stack.
 * @param argv the arguments after the program's name
 * @returns the exit code: 0, what the action returns, 2 refused, 1 the environment failed or a bug
 */
export async function main(
  argv: readonly string[],
  env: Environment,
  actions: Actions,
  version: string,
  streams: Streams,
): Promise<number> {
  try {
    return await carryOut(argv, env, actions, version, streams);
  } catch (error) {
    if (error instanceof ExpectedError) {
      streams.err(`${escaped(error.message.replace(/\s*\n\s*/g, " "), LONGEST_MESSAGE)}\n`);
      return error.exitCode;
    }
    streams.err(`${error instanceof Error ? error.stack : String(error)}\n`);
    return 1;
  }
}

async function carryOut(
  argv: readonly string[],
  env: Environment,
  actions: Actions,
  version: string,
  streams: Streams,
): Promise<number> {
  const invocation = parseArguments(argv, env);
  switch (invocation.kind) {
    case "run":
      return actions.run(invocation);
    case "count":
      return actions.count(invocation);
    case "sample":
      return actions.sample(invocation);
    case "status":
      return actions.status(invocation);
    case "verify":
      return actions.verify(invocation);
    case "stop":
      return actions.stop(invocation);
    case "help":
      streams.out(helpText());
      return 0;
    case "version":
      streams.out(`${version}\n`);
      return 0;
  }
}
