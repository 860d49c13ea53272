import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { ATTACH_PATH } from "./attachment";
import { authenticate } from "./authentication";
import { sendAnswer, sendException, type AnswerOptions } from "./http-answer";
import type { BodyLimits } from "./body-stream";
import { RequestBody } from "./request-body";
import { parseQueryRequest } from "./query-request";
import type { Queries } from "./queries";
import { ServerException } from "./server-exception";
import type { Spool } from "./spool";
import { refuseWebPages } from "./web-page-guard";

const MAX_FORM_BYTES = 64 << 20;

export interface DoorOptions {
  readonly user: string;
  readonly password: string;
  readonly serverName: string;
  readonly limits: BodyLimits;
  /** Takes over the response to a client that attaches. */
  readonly onAttach: (response: ServerResponse) => void;
}

/**
 * Answers one HTTP request as ClickHouse's HTTP interface does; whatever goes wrong becomes an answer, too.
 */
export async function handleRequest(
  request: IncomingMessage,
  response: ServerResponse,
  queries: Queries,
  spool: Spool,
  options: DoorOptions,
): Promise<void> {
  const answer: AnswerOptions = {
    queryId: randomUUID(),
    serverName: options.serverName,
    version: queries.version,
    timezone: queries.timezone,
    acceptEncoding: undefined,
    framed: false,
  };
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  try {
    const url = requestUrl(request);
    if (url.pathname === "/ping" || (url.pathname === "/" && request.method === "GET" && url.search === "")) {
      response.writeHead(200, { "Content-Type": "text/plain; charset=UTF-8" }).end("Ok.\n");
      return;
    }
    refuseWebPages(request);
    authenticate(request, url.searchParams, options.user, options.password);
    if (url.pathname === ATTACH_PATH && request.method === "GET") {
      options.onAttach(response);
      return;
    }
    if (url.pathname !== "/" || (request.method !== "GET" && request.method !== "POST")) {
      throw new ServerException(
        48,
        `There is no ${request.method} ${url.pathname} here: POST / (NOT_IMPLEMENTED)`,
        404,
      );
    }
    let query = parseQueryRequest(request, url.searchParams);
    answer.queryId = query.queryId ?? answer.queryId;
    answer.acceptEncoding = query.acceptEncoding;
    answer.framed = query.frameAnswer;
    let body = await RequestBody.receive(request, query.bodyFramed, options.limits, spool);
    try {
      const type = request.headers["content-type"] ?? "";
      if (/^multipart\/form-data\b/i.test(type)) {
        const fields = await body.form(type, MAX_FORM_BYTES);
        await body.dispose();
        body = RequestBody.none(spool);
        query = parseQueryRequest(request, new URLSearchParams([...url.searchParams, ...fields]));
      }
      const result = await queries.run(query, body, gone.signal);
      try {
        await sendAnswer(response, result, answer);
      } finally {
        await result.answer.dispose();
      }
    } finally {
      await body.dispose();
    }
  } catch (error) {
    if (response.destroyed) return;
    sendException(request, response, ServerException.fromEngine(error as Error), answer);
  }
}

function requestUrl(request: IncomingMessage): URL {
  try {
    return new URL(request.url ?? "/", "http://127.0.0.1");
  } catch {
    throw new ServerException(36, "The request's address cannot be read (BAD_ARGUMENTS)");
  }
}
