import { once } from "node:events";
import {
  createServer,
  request as send,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** `insert`: into the table to fill; `ledger`: into a state table; `other`: questions and statements. */
export type RequestKind = "insert" | "ledger" | "other";

/** What is done to one request. */
export type Treatment =
  | "pass"
  /**
   * Both sides are cut when so many bytes of the body have been passed on, or all but its end; with `kill`, the
   * sender's by its death.
   */
  | { readonly cutAt: number; readonly kill?: () => void }
  /** Passed on and carried out, but the connection ends instead of an answer. */
  | "lose-answer"
  /** Passed on and carried out, and never answered. */
  | "hang"
  /** Never passed on and never answered. */
  | "swallow"
  /** Answered with ClickHouse's error; `landed`: after it was carried out. */
  | { readonly error: ServerFault; readonly landed: boolean }
  /** Passed on when that has resolved, where its sender is still there. */
  | { readonly after: Promise<void> };

export interface ServerFault {
  readonly code: number;
  readonly name: string;
  readonly text: string;
}

/** Decides on a request by its kind and its number among those of its kind, from 1. */
export type Rule = (kind: RequestKind, number: number) => Treatment;

const HOST = "127.0.0.1";

/** Stands between the command and the server, passes on what it is sent, and spoils what its rule says. */
export class FaultProxy {
  rule: Rule = () => "pass";
  /** Added to every statement, as a user's profile does. */
  settings: Readonly<Record<string, string>> = {};
  private readonly seen: Record<RequestKind, number> = { insert: 0, ledger: 0, other: 0 };
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private listeningPort = 0;

  constructor(public upstream: { readonly host: string; readonly port: number }) {}

  get port(): number {
    return this.listeningPort;
  }

  /** Passes everything on again as it is, and counts from 1. */
  reset(): void {
    this.rule = () => "pass";
    this.settings = {};
    for (const kind of ["insert", "ledger", "other"] as const) this.seen[kind] = 0;
  }

  /** How many requests of a kind have come since the last `reset`. */
  count(kind: RequestKind): number {
    return this.seen[kind];
  }

  /** Accepts connections, on the same port each time. */
  async accept(): Promise<void> {
    this.server = createServer({ requestTimeout: 0, keepAliveTimeout: 10_000 }, (request, response) => {
      request.on("error", () => {});
      response.on("error", () => {});
      this.treat(request, response).catch(() => request.socket.destroy());
    });
    this.server.on("connection", (socket) => {
      this.sockets.add(socket);
      socket.on("close", () => this.sockets.delete(socket));
    });
    this.server.listen({ host: HOST, port: this.listeningPort, exclusive: true });
    await once(this.server, "listening");
    this.listeningPort = (this.server.address() as AddressInfo).port;
  }

  /** Ends all connections; new ones are refused until `accept`. */
  async refuse(): Promise<void> {
    const closed = this.server && new Promise((done) => this.server!.close(done));
    for (const socket of this.sockets) socket.resetAndDestroy();
    await closed;
    this.server = undefined;
  }

  private async treat(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const kind = kindOf(request);
    const treatment = this.rule(kind, ++this.seen[kind]);
    if (treatment === "pass") return this.pass(request, response);
    if (treatment === "swallow") return void request.resume();
    if (treatment === "hang") return void (await this.carriedOut(request));
    if (treatment === "lose-answer") {
      await this.carriedOut(request);
      return void request.socket.resetAndDestroy();
    }
    if ("cutAt" in treatment) return this.cut(request, treatment.cutAt, treatment.kill);
    if ("after" in treatment) {
      await treatment.after;
      return request.destroyed ? undefined : this.pass(request, response);
    }
    if (treatment.landed) await this.carriedOut(request);
    else for await (const _ of request) void _;
    const { code, name, text } = treatment.error;
    response.writeHead(500, { "X-ClickHouse-Exception-Code": String(code), "Content-Type": "text/plain" });
    response.end(`Code: ${code}. DB::Exception: ${text}. (${name})\n`);
  }

  private async pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = await this.ask(request);
    response.writeHead(answer.statusCode!, answer.rawHeaders);
    answer.on("error", () => request.socket.destroy());
    answer.pipe(response);
  }

  private async carriedOut(request: IncomingMessage): Promise<void> {
    for await (const _ of await this.ask(request)) void _;
  }

  private async cut(request: IncomingMessage, bytes: number, kill?: () => void): Promise<void> {
    const asked = this.open(request);
    asked.on("error", () => {});
    let left = bytes;
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      await new Promise((done) => asked.write((chunk as Buffer).subarray(0, left), done));
      left -= (chunk as Buffer).length;
      if (left <= 0) break;
    }
    if (kill === undefined) {
      asked.destroy();
      request.socket.resetAndDestroy();
    } else {
      kill();
      // The end of a connection is not seen before what it has brought.
      request.resume();
    }
  }

  /** Passes a request on as it comes in. @returns the answer, of which the head is there */
  private ask(request: IncomingMessage): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const passed = this.forward(request);
      passed.on("response", resolve);
      passed.on("error", reject);
    });
  }

  private forward(request: IncomingMessage) {
    return request.pipe(this.open(request));
  }

  /** The same request to the server, without a body. */
  private open(request: IncomingMessage) {
    const { host, port } = this.upstream;
    const settings = new URLSearchParams(this.settings).toString();
    const path = request.url ?? "/";
    const passed = send({
      host,
      port,
      path: settings === "" ? path : `${path}${path.includes("?") ? "&" : "?"}${settings}`,
      method: request.method,
      headers: request.headers,
      agent: false,
    });
    // A body that its sender has left unfinished stays unfinished.
    const leave = () => passed.destroy();
    request.socket.once("close", leave);
    passed.once("close", () => request.socket.off("close", leave));
    return passed;
  }
}

function kindOf(request: IncomingMessage): RequestKind {
  const statement = new URL(request.url ?? "/", `http://${HOST}`).searchParams.get("query") ?? "";
  if (!/^\s*INSERT\b/i.test(statement)) return "other";
  return /data_faker_(runs|steps)\b/.test(statement) ? "ledger" : "insert";
}
