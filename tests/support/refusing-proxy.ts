import { once } from "node:events";
import { createServer, type IncomingMessage, request as send, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Connection } from "../../app/server/connection";

/**
 * A proxy that stands in for a server which does not let this user set some settings: the embedded engine
 * knows no constraints.
 * @param settings by name
 */
export function withRefusedSettings<T>(
  server: Connection,
  settings: readonly string[],
  work: (proxied: Connection) => Promise<T>,
): Promise<T> {
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const asked = new URL(request.url!, "http://x").searchParams;
    const refused = settings.find((name) => asked.has(name));
    if (refused === undefined) return pass(server, request, response);
    request.resume();
    return fail(response, 452, `Setting ${refused} should not be changed. (SETTING_CONSTRAINT_VIOLATION)`);
  };
  return withHandler(server, handle, work);
}

/**
 * A proxy that stands in for a replicated table whose inserts wait for a quorum: every so many it says, in the
 * server's words, that it does not know whether the insert has landed. Half of these have.
 * @param table whose inserts these are, as they name it
 * @param every 2 or more
 */
export function withUnknownInserts<T>(
  server: Connection,
  table: RegExp,
  every: number,
  work: (proxied: Connection, unknown: () => number) => Promise<T>,
): Promise<T> {
  let [inserts, unknown] = [0, 0];
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const query = new URL(request.url!, "http://x").searchParams.get("query") ?? "";
    const isInsert = query.startsWith("INSERT") && table.test(query);
    if (!isInsert || ++inserts % every !== 0) return pass(server, request, response);
    const say = () =>
      fail(
        response,
        319,
        "Unknown quorum status. The data was inserted in the local replica but we could not verify quorum. (UNKNOWN_STATUS_OF_INSERT)",
      );
    if (++unknown % 2 === 0) return pass(server, request, response, say);
    request.resume();
    request.on("end", say);
  };
  return withHandler(server, handle, (proxied) => work(proxied, () => unknown));
}

function fail(response: ServerResponse, code: number, message: string): void {
  response
    .writeHead(500, { "x-clickhouse-exception-code": String(code) })
    .end(`Code: ${code}. DB::Exception: ${message}`);
}

/** @param end answers instead of the server, once it has answered */
function pass(
  { host, port }: Connection,
  request: IncomingMessage,
  response: ServerResponse,
  end?: () => void,
): void {
  const passed = send({ host, port, path: request.url, method: request.method, headers: request.headers });
  passed.on("response", (answer) => {
    if (end !== undefined) {
      answer.resume();
      answer.on("end", end);
      return;
    }
    response.writeHead(answer.statusCode!, answer.headers);
    answer.pipe(response);
  });
  passed.on("error", () => response.destroy());
  request.pipe(passed);
}

async function withHandler<T>(
  server: Connection,
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  work: (proxied: Connection) => Promise<T>,
): Promise<T> {
  const proxy = createServer(handle);
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  try {
    return await work({ ...server, port: (proxy.address() as AddressInfo).port });
  } finally {
    proxy.closeAllConnections();
    proxy.close();
  }
}
