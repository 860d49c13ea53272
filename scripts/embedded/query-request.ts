import type { IncomingMessage } from "node:http";
import { ServerException } from "./server-exception";
import { type SessionRequest, sessionRequest } from "./sessions";

/** What the address and the headers of a request say. */
export interface QueryRequest {
  /** The parameter `query`; `""` where the body holds the whole statement. */
  readonly urlQuery: string;
  /** `undefined`: the session's. */
  readonly database: string | undefined;
  readonly session: SessionRequest | undefined;
  readonly defaultFormat: string;
  readonly queryId: string | undefined;
  readonly settings: ReadonlyMap<string, string>;
  readonly params: Readonly<Record<string, string>>;
  /** The body is in ClickHouse's block framing (`decompress=1`). */
  readonly bodyFramed: boolean;
  /** The answer is to be in it (`compress=1`). */
  readonly frameAnswer: boolean;
  /** The encodings to choose from for the answer, if it may be encoded at all. */
  readonly acceptEncoding: string | undefined;
}

/** Parameters of the HTTP interface itself; those without a meaning here are accepted and have no effect. */
const NOT_SETTINGS: ReadonlySet<string> = new Set([
  "query",
  "database",
  "default_format",
  "query_id",
  "user",
  "password",
  "compress",
  "decompress",
  "session_id",
  "session_timeout",
  "session_check",
  "close_session",
  "quota_key",
  "role",
  "stacktrace",
  "buffer_size",
  "wait_end_of_query",
  "enable_http_compression",
  "http_zlib_compression_level",
  "client_protocol_version",
  "send_progress_in_http_headers",
  "http_headers_progress_interval_ms",
  "http_write_exception_in_output_format",
]);

/** As in ClickHouse, GET may only read. @throws ServerException for a parameter that can be no setting */
export function parseQueryRequest(request: IncomingMessage, parameters: URLSearchParams): QueryRequest {
  const settings = new Map<string, string>();
  const params: Record<string, string> = {};
  for (const [name, value] of parameters) {
    if (name.startsWith("param_")) params[name.slice("param_".length)] = value;
    else if (!NOT_SETTINGS.has(name)) settings.set(settingName(name), value);
  }
  const session = sessionRequest(parameters);
  // In a session it could not be taken back.
  if (request.method === "GET" && session === undefined) settings.set("readonly", "2");
  return {
    urlQuery: parameters.get("query") ?? "",
    database:
      header(request, "x-clickhouse-database") ??
      (parameters.get("database") || (session === undefined ? "default" : undefined)),
    session,
    defaultFormat: formatName(
      header(request, "x-clickhouse-format") ?? (parameters.get("default_format") || "TabSeparated"),
    ),
    queryId: queryId(parameters.get("query_id")),
    settings,
    params,
    bodyFramed: isOn(parameters.get("decompress")),
    frameAnswer: isOn(parameters.get("compress")),
    acceptEncoding: isOn(parameters.get("enable_http_compression"))
      ? header(request, "accept-encoding")
      : undefined,
  };
}

function isOn(value: string | null): boolean {
  return value === "1" || value === "true";
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

function settingName(name: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_.]*$/.test(name)) return name;
  throw new ServerException(
    115,
    `'${name.slice(0, 100)}' is neither a setting nor a parameter (UNKNOWN_SETTING)`,
  );
}

function formatName(name: string): string {
  if (/^[A-Za-z0-9_]+$/.test(name)) return name;
  throw new ServerException(73, `Unknown format ${name.slice(0, 100)} (UNKNOWN_FORMAT)`);
}

/** It comes back in a header, so it must be able to stand in one. */
function queryId(id: string | null): string | undefined {
  return id === null || id === "" ? undefined : id.replace(/[^\x21-\x7e]/g, "?").slice(0, 200);
}
