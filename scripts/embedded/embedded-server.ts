import { randomUUID } from "node:crypto";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { EnvironmentFailure } from "../../app/errors";
import type { Connection } from "../../app/server/connection";
import { removeAddress, writeAddress } from "./address-file";
import { diskFloor } from "./disk-floor";
import { Engine, NO_CONTEXT } from "./engine";
import { Fifo } from "./fifo";
import { handleRequest } from "./http-door";
import { Queries } from "./queries";
import { Spool } from "./spool";
import { quoteIdentifier } from "../../app/model/quoting";

const HOST = "127.0.0.1";
const DEFAULT_MAX_BODY_BYTES = 1 << 30;
/** Incomplete bodies and heads are abandoned after this silence. */
const IDLE_MILLISECONDS = 5_000;
/**
 * Longer than the 2.5 s for which clients keep an idle connection: the client closes it, not the server under
 * it.
 */
const KEEP_ALIVE_MILLISECONDS = 10_000;

export interface EmbeddedServerOptions {
  /** Created where missing; the data is in `data` below it. */
  readonly folder: string;
  /** 0, or one that is taken: any free port. */
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Created where missing. */
  readonly database: string;
  /** Default 1 GiB. */
  readonly maxBodyBytes?: number;
  /** Default 5,000. */
  readonly idleBodyMilliseconds?: number;
  /** What inserts leave free of the disk; default {@link diskFloor}. */
  readonly minFreeBytes?: number;
  /** Further elements of ClickHouse's configuration file, such as users with their grants. */
  readonly configuration?: string | undefined;
}

export interface EmbeddedServer {
  readonly connection: Connection;
  /** Whether a client is attached, a request under way, or a statement queued. */
  isActive(): boolean;
  /** When the last request or attachment ended, by `performance.now()`; `undefined` before the first. */
  lastActive(): number | undefined;
  /** Takes no more requests, ends the one under way, and closes the engine. */
  close(): Promise<void>;
}

/**
 * Serves the data of a folder over ClickHouse's HTTP interface on 127.0.0.1, in this process. chdb allows one
 * per process.
 * @throws EnvironmentFailure `embedded-folder-in-use`, `embedded-missing`, `embedded-failed`,
 * `embedded-no-port`
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const folder = resolve(options.folder);
  const minFreeBytes = options.minFreeBytes ?? (await diskFloor(folder));
  const engine = await Engine.open(join(folder, "data"), minFreeBytes, options.configuration);
  const queue = new Fifo();
  const instance = randomUUID();
  const attached = new Set<ServerResponse>();
  const requests = new Set<Promise<void>>();
  let lastActive: number | undefined;
  let server: Server | undefined;
  try {
    await engine.query(
      `CREATE DATABASE IF NOT EXISTS ${quoteIdentifier(options.database)}`,
      "Null",
      NO_CONTEXT,
    );
    const spool = Spool.below(folder);
    const queries = new Queries(engine, queue, spool);
    const door = {
      user: options.user,
      password: options.password,
      serverName: "data-faker-embedded",
      limits: {
        maxBytes: options.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES,
        idleMilliseconds: options.idleBodyMilliseconds ?? IDLE_MILLISECONDS,
      },
      onAttach: (response: ServerResponse) => {
        attached.add(response);
        response.on("close", () => {
          attached.delete(response);
          lastActive = performance.now();
        });
        response.writeHead(200, { "Content-Type": "text/plain" }).write(`${instance}\n`);
      },
    };
    server = createServer(
      {
        headersTimeout: IDLE_MILLISECONDS,
        requestTimeout: 0,
        keepAliveTimeout: KEEP_ALIVE_MILLISECONDS,
        connectionsCheckingInterval: 1_000,
      },
      (request, response) => {
        // A client that leaves is noticed where it matters; here it must only not end the process.
        request.on("error", () => undefined);
        response.on("error", () => undefined);
        const handled = handleRequest(request, response, queries, spool, door).finally(() => {
          requests.delete(handled);
          lastActive = performance.now();
        });
        requests.add(handled);
      },
    );
    const port = await listen(server, options.port);
    writeAddress(folder, {
      pid: process.pid,
      host: HOST,
      port,
      instance,
      startedAt: new Date().toISOString(),
      version: engine.version,
    });
    const listening = server;
    return {
      connection: {
        host: HOST,
        port,
        user: options.user,
        password: options.password,
        database: options.database,
        useSsl: false,
      },
      isActive: () => attached.size + requests.size + queue.length > 0,
      lastActive: () => lastActive,
      async close() {
        removeAddress(folder, instance);
        const closed = new Promise((done) => listening.close(done));
        for (const response of attached) response.destroy();
        listening.closeIdleConnections();
        await queue.drained();
        listening.closeAllConnections();
        await closed;
        // An answer that was being sent still has the engine.
        await Promise.allSettled(requests);
        engine.close();
        spool.close();
      },
    };
  } catch (error) {
    server?.close();
    engine.close();
    throw error;
  }
}

/** The preferred port, or any free one. */
async function listen(server: Server, preferred: number): Promise<number> {
  for (const port of preferred === 0 ? [0] : [preferred, 0]) {
    const error = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
      server.once("error", done);
      server.listen({ host: HOST, port, exclusive: true }, () => {
        server.off("error", done);
        done(undefined);
      });
    });
    if (error === undefined) return (server.address() as AddressInfo).port;
    if (port === 0)
      throw new EnvironmentFailure("embedded-no-port", `No port is free on ${HOST}: ${error.message}`);
  }
  throw new Error("unreachable");
}
