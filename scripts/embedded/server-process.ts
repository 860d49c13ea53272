import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EnvironmentFailure } from "../../app/errors";
import type { EmbeddedServerOptions } from "./embedded-server";

/** How the process ends where another one has the folder. */
export const EXIT_FOLDER_IN_USE = 3;

/** Each answer under way needs one now and then, as do files. Node's default is 4. */
const THREADS = "16";

export interface ServerProcess {
  readonly pid: number | undefined;
  /** The exit code, -1 for a signal or a failed start; `undefined` while it lives. */
  exitCode(): number | undefined;
}

/**
 * Starts main.js in a process group of its own, so that Ctrl+C in the terminal does not reach it. The options
 * go through standard input: the password among them must not be readable in the process's arguments or
 * environment.
 */
export function startServerProcess(options: EmbeddedServerOptions): ServerProcess {
  const log = openLog(options.folder);
  const child = spawn(process.execPath, [join(__dirname, "main.js")], {
    cwd: options.folder,
    detached: true,
    stdio: ["pipe", log, log],
    env: { ...process.env, MOOSE_CLICKHOUSE_CONFIG__PASSWORD: undefined, UV_THREADPOOL_SIZE: THREADS },
  });
  // A process that ends before it has read them says why by its exit code.
  child.stdin!.on("error", () => undefined).end(JSON.stringify(options));
  closeSync(log);
  let exit: number | undefined;
  child.on("exit", (code) => {
    exit = code ?? -1;
  });
  child.on("error", () => {
    exit = -1;
  });
  child.unref();
  return { pid: child.pid, exitCode: () => exit };
}

function openLog(folder: string): number {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return openSync(logPath(folder), "a", 0o600);
  } catch (error) {
    throw new EnvironmentFailure(
      "embedded-failed",
      `The embedded ClickHouse cannot keep its data in ${folder}: ${(error as Error).message}; make the folder writable, or name another project with --project`,
      { folder },
      { cause: error },
    );
  }
}

/** The last line that the process wrote, for an error message. */
export function lastLogLine(folder: string): string {
  try {
    return readFileSync(logPath(folder), "utf8").trimEnd().split("\n").at(-1) ?? "";
  } catch {
    return "";
  }
}

export function logPath(folder: string): string {
  return join(folder, "server.log");
}
