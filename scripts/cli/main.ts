import { ExpectedError } from "../../app/errors";
import { escaped } from "../../app/request/quoted";
import { helpText } from "./build-program";
import { commandPrefix } from "./command-prefix";
import type { Commands } from "./commands";
import type { Environment } from "./environment";
import { parseArguments } from "./parse-arguments";
import type { StandardStreams } from "./standard-streams";

/** Characters; names of databases and servers are somebody else's text, of any length. */
const LONGEST_MESSAGE = 2_000;

/**
 * Carries out a command line: an expected failure becomes one line on standard error, a bug its stack.
 * @param argv the arguments after the program's name
 * @returns the exit code: 0, what the command returns, 2 refused, 1 the environment failed or a bug
 */
export async function main(
  argv: readonly string[],
  env: Environment,
  commands: Commands,
  version: string,
  streams: StandardStreams,
): Promise<number> {
  try {
    return await obey(argv, env, commands, version, streams);
  } catch (error) {
    if (error instanceof ExpectedError) {
      streams.err(`${escaped(error.message.replace(/\s*\n\s*/g, " "), LONGEST_MESSAGE)}\n`);
      return error.exitCode;
    }
    streams.err(`${error instanceof Error ? error.stack : String(error)}\n`);
    return 1;
  }
}

async function obey(
  argv: readonly string[],
  env: Environment,
  commands: Commands,
  version: string,
  streams: StandardStreams,
): Promise<number> {
  const invocation = parseArguments(argv, env);
  switch (invocation.kind) {
    case "run":
      return commands.run(invocation);
    case "work":
      return commands.work(invocation);
    case "count":
      return commands.count(invocation);
    case "preview":
      return commands.preview(invocation);
    case "status":
      return commands.status(invocation);
    case "verify":
      return commands.verify(invocation);
    case "stop":
      return commands.stop(invocation);
    case "page":
      return commands.page(invocation);
    case "explain":
      return commands.explain(invocation);
    case "plan":
      return commands.plan(invocation);
    case "queries":
      return commands.queries(invocation);
    case "report":
      return commands.report(invocation);
    case "ddl":
      return commands.ddl(invocation);
    case "dev":
      return commands.dev(invocation);
    case "help":
      streams.out(helpText(commandPrefix(env)));
      return 0;
    case "version":
      streams.out(`${version}\n`);
      return 0;
  }
}
