import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { ExpectedError } from "../errors";
import { describeServerError } from "../server/server-error";
import { readPageAction } from "./page-action";
import type { TableName } from "../server/table-name";
import { pageDocument } from "./page-document";
import { pageScript } from "./page-script";
import type { PageAction, PageState } from "./page-state";
import { queriesDocument } from "./queries-document";
import { readAllResults } from "./read-all-results";
import { PAGE_CSS } from "./page-style";
import { foreignRequest } from "./request-guard";

export interface PageOptions {
  readonly state: () => Promise<PageState>;
  /** What a table's data looks like, as a page that carries its own rules; `undefined` where there is no such table. */
  readonly report: (name: TableName) => Promise<string | undefined>;
  /** The project's, where results of queries are kept. */
  readonly folder: string;
  /** Whether a Host header names this machine. */
  readonly isOwnHost: (host: string) => boolean;
  /** Begins what is asked for; default: the page only reads. @throws Refusal where it is not done */
  readonly act?: (action: PageAction) => void;
  /** Takes what is no expected failure. */
  readonly onBug: (error: unknown) => void;
}

/** Longest body of a request, in bytes. */
const LONGEST_BODY = 10_000;

/** @param styles where rules come from */
const policy = (styles: string): string =>
  `default-src 'none'; script-src 'self'; style-src ${styles}; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

const HEADERS = {
  "Content-Security-Policy": policy("'self'"),
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/**
 * Answers requests for the page and its files.
 * @returns a handler; its path is the one below the page's address, with or without a slash in front, and
 * `undefined` where the address lacks the page's token
 */
export function pageHandler(
  options: PageOptions,
): (request: IncomingMessage, response: ServerResponse, path: string | undefined) => Promise<void> {
  let reading: Promise<PageState> | undefined;
  /** Several windows that ask at a time get one answer. */
  const state = () => (reading ??= options.state().finally(() => (reading = undefined)));
  const reports = new Map<string, Promise<string | undefined>>();
  const report = (name: TableName) => {
    const key = JSON.stringify(name);
    const read = reports.get(key) ?? options.report(name).finally(() => reports.delete(key));
    reports.set(key, read);
    return read;
  };
  return async (request, response, path) => {
    const answer = (status: number, type: string, text: string, more: Record<string, string> = {}) => {
      const body = Buffer.from(text);
      response.writeHead(status, {
        ...HEADERS,
        ...more,
        "Content-Type": `${type}; charset=utf-8`,
        "Content-Length": body.length,
      });
      response.end(request.method === "HEAD" ? undefined : body);
    };
    const json = (status: number, value: object) => answer(status, "application/json", JSON.stringify(value));
    const error = (status: number, line: string) => json(status, { error: line });
    const foreign = foreignRequest(request.method, request.headers, options.isOwnHost);
    if (foreign !== undefined) return error(403, foreign);
    if (path === undefined)
      return error(403, "the address lacks the page's token: use the one that the command has printed");
    const file = path.replace(/^\//, "");
    try {
      if (request.method === "POST" && file === "action")
        return await takeAction(request, options.act, json, error);
      if (request.method !== "GET" && request.method !== "HEAD")
        return error(405, "only GET is answered here");
      const table = reportedTable(file);
      if (table !== undefined) {
        const page = await report(table);
        if (page === undefined) return error(404, "there is no such table");
        return answer(200, "text/html", page, { "Content-Security-Policy": policy(hashesOfStyles(page)) });
      }
      switch (file) {
        case "":
          return answer(200, "text/html", pageDocument(baseOf(response)));
        case "queries":
          return answer(200, "text/html", queriesDocument(await readAllResults(options.folder)));
        case "page.css":
          return answer(200, "text/css", PAGE_CSS);
        case "page.js":
          return answer(200, "text/javascript", pageScript());
        case "state.json":
          return json(200, await state());
        default:
          return error(404, "there is no such page here");
      }
    } catch (caught) {
      if (caught instanceof ExpectedError) return error(caught.exitCode === 2 ? 409 : 503, caught.message);
      const { kind, message } = describeServerError(caught);
      if (kind !== "bug") return error(503, `ClickHouse failed: ${message}`);
      options.onBug(caught);
      error(500, "a fault of data-faker; where it runs, its log says more");
    }
  };
}

/** The table of `report/database/table`, both encoded as parts of an address are. */
function reportedTable(file: string): TableName | undefined {
  const [, database, table] = /^report\/([^/]+)\/([^/]+)$/.exec(file) ?? [];
  if (database === undefined || table === undefined) return undefined;
  try {
    return { database: decodeURIComponent(database), table: decodeURIComponent(table) };
  } catch {
    return undefined;
  }
}

/** The rules that a page carries, as a content policy names them. */
function hashesOfStyles(page: string): string {
  const styles = [...page.matchAll(/<style>([^<]*)<\/style>/g)].map(([, css]) => css!);
  return styles.map((css) => `'sha256-${createHash("sha256").update(css).digest("base64")}'`).join(" ");
}

async function takeAction(
  request: IncomingMessage,
  act: PageOptions["act"],
  json: (status: number, value: object) => void,
  error: (status: number, line: string) => void,
): Promise<void> {
  if (act === undefined) return error(405, "this page only reads");
  if (!/^application\/json(;|$)/i.test(request.headers["content-type"] ?? ""))
    return error(415, "expected JSON");
  const text = await bodyOf(request);
  if (text === undefined) return error(413, "the request is too long");
  act(readPageAction(text));
  json(202, {});
}

/** @returns `undefined` where it is too long */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > LONGEST_BODY) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

/**
 * Where the page's files are, as its own address was written: Moose hands over the same path with and without a
 * slash at the end.
 */
function baseOf({ req }: ServerResponse): string {
  const last = (req.url ?? "/")
    .replace(/[?#].*$/, "")
    .split("/")
    .at(-1)!;
  return last === "" ? "" : `./${last}/`;
}
