import { ExpectedError } from "../../app/errors";
import { startEmbeddedServer, type EmbeddedServerOptions } from "./embedded-server";
import { EXIT_FOLDER_IN_USE, OPTIONS_VARIABLE } from "./server-process";

/** After its last client the process lingers this long... */
const GRACE_MILLISECONDS = 2_000;
/** ...and this long after its start, for the first one. */
const FIRST_CLIENT_MILLISECONDS = 15_000;
const LOOK_MILLISECONDS = 100;

async function main(): Promise<void> {
  const options = JSON.parse(process.env[OPTIONS_VARIABLE] ?? "{}") as EmbeddedServerOptions;
  const server = await startEmbeddedServer(options);
  log(`serving ${options.folder} at ${server.connection.host}:${server.connection.port}`);
  let ending = false;
  const end = (reason: string): void => {
    if (ending) return;
    ending = true;
    log(`ends: ${reason}`);
    server.close().then(
      () => process.exit(0),
      (error) => fail(error as Error),
    );
  };
  process.on("SIGTERM", () => end("SIGTERM"));
  process.on("SIGINT", () => end("SIGINT"));
  let endAt = performance.now() + FIRST_CLIENT_MILLISECONDS;
  let served = false;
  setInterval(() => {
    const now = performance.now();
    if (server.activity() > 0) {
      served = true;
      endAt = now + GRACE_MILLISECONDS;
    } else if (now > endAt) end(served ? "no client left" : "no client came");
  }, LOOK_MILLISECONDS);
}

function fail(error: Error): never {
  log(error instanceof ExpectedError ? error.message : String(error.stack));
  process.exit(error instanceof ExpectedError && error.code === "embedded-folder-in-use" ? EXIT_FOLDER_IN_USE : 1);
}

/** Standard output is the log file. */
function log(message: string): void {
  console.log(`${new Date().toISOString()} [${process.pid}] ${message}`);
}

main().catch(fail);
