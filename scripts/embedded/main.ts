import { text } from "node:stream/consumers";
import { ExpectedError } from "../../app/errors";
import { startEmbeddedServer, type EmbeddedServerOptions } from "./embedded-server";
import { EXIT_FOLDER_IN_USE } from "./server-process";

/** After its last client the process lingers this long... */
const GRACE_MILLISECONDS = 2_000;
/** ...and this long after its start, for the first one. */
const FIRST_CLIENT_MILLISECONDS = 15_000;
const LOOK_MILLISECONDS = 100;
/** A statement that still runs this long after the end was asked for is cut off, as by a SIGKILL. */
const LONGEST_END_MILLISECONDS = 5_000;

async function main(): Promise<void> {
  const options = JSON.parse(await text(process.stdin)) as EmbeddedServerOptions;
  const server = await startEmbeddedServer(options);
  log(`serving ${options.folder} at ${server.connection.host}:${server.connection.port}`);
  let ending = false;
  const end = (reason: string): void => {
    if (ending) return;
    ending = true;
    log(`ends: ${reason}`);
    setTimeout(() => {
      log("a statement did not end in time: it is cut off");
      process.kill(process.pid, "SIGKILL");
    }, LONGEST_END_MILLISECONDS).unref();
    server.close().then(
      () => process.exit(0),
      (error) => fail(error as Error),
    );
  };
  process.on("SIGTERM", () => end("SIGTERM"));
  process.on("SIGINT", () => end("SIGINT"));
  const started = performance.now();
  setInterval(() => {
    if (server.isActive()) return;
    const last = server.lastActive();
    const endAt = last === undefined ? started + FIRST_CLIENT_MILLISECONDS : last + GRACE_MILLISECONDS;
    if (performance.now() > endAt) end(last === undefined ? "no client came" : "no client left");
  }, LOOK_MILLISECONDS);
}

function fail(error: Error): never {
  log(error instanceof ExpectedError ? error.message : String(error.stack));
  process.exit(
    error instanceof ExpectedError && error.code === "embedded-folder-in-use" ? EXIT_FOLDER_IN_USE : 1,
  );
}

/** Standard output is the log file. */
function log(message: string): void {
  console.log(`${new Date().toISOString()} [${process.pid}] ${message}`);
}

main().catch(fail);
