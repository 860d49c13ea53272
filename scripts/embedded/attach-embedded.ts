import { resolve } from "node:path";
import { EnvironmentFailure } from "../../app/errors";
import type { Connection } from "../../app/server/connection";
import { readAddress } from "./address-file";
import { attachTo } from "./attachment";
import type { EmbeddedServerOptions } from "./embedded-server";
import { Engine } from "./engine";
import { isAlive } from "./process-life";
import {
  EXIT_FOLDER_IN_USE,
  lastLogLine,
  logPath,
  startServerProcess,
  type ServerProcess,
} from "./server-process";

export interface EmbeddedClient {
  readonly connection: Connection;
  /** True: this call started the process. */
  readonly started: boolean;
  /** Of the server's process. */
  readonly pid: number;
  /** Detaches from the server, which ends by itself after its last client. */
  release(): Promise<void>;
}

export interface AttachOptions {
  /** Holds the data (`data`), the address (`address.json`) and the log (`server.log`). */
  readonly folder: string;
  /** Used if it is free, else any free one. */
  readonly preferredPort: number;
  readonly user: string;
  readonly password: string;
  /** Created where missing. */
  readonly database: string;
  /** False: `undefined` if none runs. */
  readonly start: boolean;
  /** As {@link EmbeddedServerOptions} has it, for a server that this call starts. */
  readonly configuration?: string;
}

const PATIENCE_MILLISECONDS = 30_000;
const LOOK_MILLISECONDS = 25;

/**
 * Attaches to the engine that serves `folder`, else starts one as a process of its own. The engine lives at
 * least until `release()` or the end of this process, which it does not keep alive.
 * @throws EnvironmentFailure `embedded-missing` where chdb is not installed, `embedded-credentials` where the
 * engine was started with another user or password, `embedded-folder-in-use` where a process that cannot be
 * reached has the folder, `embedded-failed` where the engine does not start
 */
export async function attachEmbedded(options: AttachOptions & { start: true }): Promise<EmbeddedClient>;
export async function attachEmbedded(options: AttachOptions): Promise<EmbeddedClient | undefined>;
export async function attachEmbedded(options: AttachOptions): Promise<EmbeddedClient | undefined> {
  const folder = resolve(options.folder);
  const deadline = performance.now() + PATIENCE_MILLISECONDS;
  let server: ServerProcess | undefined;
  for (;;) {
    const client = await attachRunning(folder, options, server?.pid);
    if (client !== undefined) return client;
    if (!options.start) return undefined;
    if (performance.now() > deadline) throw startFailure(folder, server);
    const exit = server?.exitCode();
    if (server === undefined || exit === EXIT_FOLDER_IN_USE) {
      // The folder's holder is about to answer, or about to end: look again, and be ready to take its place.
      if (server === undefined) Engine.requireAddon();
      else await pause(10 * LOOK_MILLISECONDS);
      const { preferredPort: port, user, password, database, configuration } = options;
      server = startServerProcess({ folder, port, user, password, database, configuration });
    } else if (exit !== undefined) throw startFailure(folder, server);
    await pause(LOOK_MILLISECONDS);
  }
}

async function attachRunning(
  folder: string,
  { user, password, database }: AttachOptions,
  startedPid: number | undefined,
): Promise<EmbeddedClient | undefined> {
  const address = readAddress(folder);
  if (address === undefined || !isAlive(address.pid)) return undefined;
  const answer = await attachTo(address, user, password);
  if ("attachment" in answer) {
    const { host, port, pid } = address;
    return {
      connection: { host, port, user, password, database, useSsl: false },
      started: pid === startedPid,
      pid,
      release: answer.attachment.release,
    };
  }
  if (answer.refused === "gone") return undefined;
  throw new EnvironmentFailure(
    "embedded-credentials",
    `The embedded ClickHouse of ${folder} (process ${address.pid}) was started with another user or password: end it, or use those`,
    { folder, pid: address.pid, user },
  );
}

function startFailure(folder: string, server: ServerProcess | undefined): EnvironmentFailure {
  return server?.exitCode() === EXIT_FOLDER_IN_USE
    ? new EnvironmentFailure(
        "embedded-folder-in-use",
        `Another process has the embedded ClickHouse in ${folder} open and does not answer: end it, or use another folder`,
        { folder },
      )
    : new EnvironmentFailure(
        "embedded-failed",
        `The embedded ClickHouse of ${folder} does not start, see ${logPath(folder)}: ${lastLogLine(folder)}`,
        { folder },
      );
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
