import { connect } from "node:net";
import { request, type IncomingHttpHeaders } from "node:http";
import type { Connection } from "../../app/server/connection";

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface RawRequest {
  readonly method?: string;
  readonly path?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

/** One request with the connection's credentials and database, on a socket of its own. */
export function ask(connection: Connection, options: RawRequest): Promise<RawAnswer> {
  const { host, port, user, password, database } = connection;
  const query = new URLSearchParams({ database, ...options.params });
  return new Promise((done, fail) => {
    const asked = request(
      {
        host,
        port,
        agent: false,
        method: options.method ?? "POST",
        path: options.path ?? `/?${query.toString()}`,
        headers: { "X-ClickHouse-User": user, "X-ClickHouse-Key": password, ...options.headers },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("error", fail);
        response.on("end", () =>
          done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        );
      },
    );
    asked.on("error", fail);
    asked.end(options.body);
  });
}

/** The answer to a statement, as text; throws the server's message. */
export async function sql(
  connection: Connection,
  query: string,
  params: Record<string, string> = {},
): Promise<string> {
  const answer = await ask(connection, { params, body: query });
  const text = answer.body.toString();
  if (answer.status !== 200) throw new Error(text);
  return text.trimEnd();
}

/**
 * Sends bytes as they are and gives what comes back until the server closes, or `milliseconds` have passed.
 */
export function sendBytes(
  connection: Connection,
  bytes: Buffer | string,
  end: "destroy" | "wait",
  milliseconds = 200,
): Promise<string> {
  return new Promise((done) => {
    let answer = "";
    const socket = connect(connection.port, connection.host, () => {
      socket.write(bytes, () => {
        if (end === "destroy") socket.destroy();
      });
    });
    const timer = setTimeout(() => socket.destroy(), milliseconds);
    socket.on("data", (data) => (answer += data.toString("latin1")));
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearTimeout(timer);
      done(answer);
    });
  });
}

/** The head of a request with the connection's credentials. */
export function head(connection: Connection, query: string, headers: readonly string[]): string {
  const { user, password, database } = connection;
  return [
    `POST /?${new URLSearchParams({ database, query }).toString()} HTTP/1.1`,
    "Host: 127.0.0.1",
    `X-ClickHouse-User: ${user}`,
    `X-ClickHouse-Key: ${password}`,
    ...headers,
    "",
    "",
  ].join("\r\n");
}
