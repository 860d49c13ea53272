import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { EnvironmentFailure, Refusal } from "../app/errors";
import { escaped } from "../app/request/quoted";
import { shellWord } from "../app/request/shell-word";
import type { Connection } from "../app/server/connection";
import { attachEmbedded } from "./embedded/attach-embedded";
import { embeddedFolder } from "./embedded/embedded-folder";
import { readProject } from "./project/project";
import { runDoor } from "./terminal/run-door";

const HELP = `Looks into the embedded ClickHouse of a project.

  npm run clickhouse                                        keeps it up until Ctrl+C and says how to reach it
  npm run clickhouse -- --query "SELECT count() FROM images_analytical"

  --query SQL      runs one statement, prints the answer, and ends
  --format NAME    of the answer; default PrettyCompact
  --project DIR    the Moose project; default: the nearest moose.config.toml from here upwards
  --help           this text
`;

async function main(signal: AbortSignal): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help === true) {
    process.stdout.write(HELP);
    return;
  }
  const project = readProject(options.project, process.cwd(), process.env);
  const { port, user, password, database } = project.connection;
  const folder = embeddedFolder(project.directory);
  const client = await attachEmbedded({ folder, preferredPort: port, user, password, database, start: true });
  try {
    if (options.query === undefined) await stayUp(client.connection, folder, client.started, signal);
    else await answer(client.connection, options.query, options.format ?? "PrettyCompact", signal);
  } finally {
    await client.release();
  }
}

function readOptions(given: readonly string[]) {
  // pnpm hands on the `--` that npm takes for itself.
  const args = given[0] === "--" ? given.slice(1) : [...given];
  const word = { type: "string" } as const;
  try {
    return parseArgs({
      args,
      options: { query: word, format: word, project: word, help: { type: "boolean" } },
    }).values;
  } catch (error) {
    throw new Refusal("arguments", `${(error as Error).message.split("\n")[0]}; see --help`);
  }
}

async function stayUp(
  connection: Connection,
  folder: string,
  started: boolean,
  signal: AbortSignal,
): Promise<void> {
  const { host, port, user, database } = connection;
  const url = `http://${host}:${port}/?database=${encodeURIComponent(database)}`;
  process.stdout.write(
    `${started ? "Started" : "Found"} the embedded ClickHouse of ${folder}\n\n` +
      `  address    http://${host}:${port}\n  database   ${database}\n  user       ${user}\n\n` +
      `Query it, for example:\n\n  curl ${shellWord(url, Infinity)} -u ${shellWord(user, Infinity)} ` +
      `--data-binary 'SELECT gender, count() FROM images_analytical GROUP BY gender FORMAT PrettyCompact'\n\n` +
      `curl asks for the password: the one in moose.config.toml.\n\n` +
      `It stays up until Ctrl+C, or until the last program that uses it has ended.\n`,
  );
  // The connection alone would not keep this process alive.
  const stay = setInterval(() => undefined, 60_000);
  if (!signal.aborted) await once(signal, "abort");
  clearInterval(stay);
}

/**
 * Asks one statement, and writes the bytes of its answer as they come, to wherever standard output goes. Ends
 * early, and well, where the reader of the output has left.
 * @throws Refusal with the server's words where it does not take the statement
 * @throws EnvironmentFailure `answer-cut` where the answer ends before its end
 */
async function answer(
  connection: Connection,
  query: string,
  format: string,
  signal: AbortSignal,
): Promise<void> {
  const { host, port, user, password, database } = connection;
  const parameters = new URLSearchParams({ database, default_format: format }).toString();
  const asked = request({
    host,
    port,
    path: `/?${parameters}`,
    method: "POST",
    auth: `${user}:${password}`,
    agent: false,
    signal,
  });
  asked.end(query);
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  if (response.statusCode !== 200) {
    const message = await text(response);
    throw new Refusal("query-refused", escaped(message.trim().split("\n")[0]!, 400));
  }
  try {
    // Standard output stays open: what comes after the answer is not the answer's business.
    await pipeline(response, process.stdout, { end: false });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EPIPE" || signal.aborted) return;
    if (response.errored === null) throw error;
    throw new EnvironmentFailure(
      "answer-cut",
      "The server broke the answer off: what was printed is not all of it",
    );
  } finally {
    response.destroy();
  }
}

void runDoor(main);
