import { once } from "node:events";
import { createServer, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import type { Connection } from "../../app/server/connection";

/** A request that was answered. */
export interface Logged {
  readonly query: string;
  readonly body: string;
  /** Of the address: settings and query parameters. */
  readonly parameters: URLSearchParams;
  /** Its place among the requests by when it had arrived, and by when it was answered. */
  readonly arrived: number;
  readonly answered: number;
}

/** An error that a server answers with. */
export interface ServerAnswer {
  readonly status: number;
  readonly code: number;
  readonly name: string;
  readonly text: string;
}

/** An answer that a server of another kind would give. */
export interface GivenAnswer {
  readonly body: string;
}

/**
 * Passes on to a server, and keeps what was said.
 * @param refuse the error, or the answer, that a statement is answered with instead, where there is one; what it
 * awaits delays the statement
 */
export async function withLoggingProxy<T>(
  server: Connection,
  work: (proxied: Connection, log: Logged[]) => Promise<T>,
  refuse: (statement: string) => ServerAnswer | GivenAnswer | undefined | Promise<undefined> = () =>
    undefined,
): Promise<T> {
  const log: Logged[] = [];
  let tick = 0;
  const proxy = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const arrived = ++tick;
    const body = Buffer.concat(parts);
    const refusal = await refuse(
      new URL(request.url!, "http://x").searchParams.get("query") ?? body.toString("latin1"),
    );
    if (refusal !== undefined && "body" in refusal) {
      response.end(refusal.body);
      return;
    }
    if (refusal !== undefined) {
      const { status, code, name, text } = refusal;
      response.writeHead(status, { "X-ClickHouse-Exception-Code": String(code) });
      response.end(`Code: ${code}. DB::Exception: ${text}. (${name}) (version 26.7.1.1)\n`);
      return;
    }
    const { "transfer-encoding": _, ...headers } = request.headers;
    const passed = send(
      {
        host: server.host,
        port: server.port,
        path: request.url,
        method: request.method,
        headers: { ...headers, "content-length": String(body.length) },
      },
      (answer) => {
        answer.on("end", () => {
          const parameters = new URL(request.url!, "http://x").searchParams;
          const query = parameters.get("query");
          log.push({
            parameters,
            query: query ?? body.toString(),
            body: query === null ? "" : body.toString(),
            arrived,
            answered: ++tick,
          });
        });
        response.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(response);
      },
    );
    passed.on("error", () => response.destroy());
    passed.end(body);
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  try {
    return await work({ ...server, port: (proxy.address() as AddressInfo).port }, log);
  } finally {
    proxy.closeAllConnections();
    proxy.close();
  }
}
