import { types } from "node:util";

/** What went wrong between the client and the server, in a form to decide by and to print. */
export interface ServerError {
  /**
   * `answered`: the server refused or failed the query; what it was to do did not happen, unless the code
   * says otherwise. `gone`: no answer (refused, reset, timed out); whether the query took effect is unknown,
   * except with `ECONNREFUSED`. `tls`: the two sides could not agree on encryption. `bug`: neither; not for
   * the user's eyes.
   */
  readonly kind: "answered" | "gone" | "tls" | "bug";
  /** ClickHouse's code as digits, or the system's, e.g. `ECONNRESET`; `undefined` where there is none. */
  readonly code: string | undefined;
  /** One line of at most 300 characters. */
  readonly message: string;
}

const GONE = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "ESOCKETTIMEDOUT",
  "EHOSTUNREACH",
  "EHOSTDOWN",
  "ENETUNREACH",
  "ENETDOWN",
  "EADDRNOTAVAIL",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ERR_STREAM_PREMATURE_CLOSE",
  "ERR_STREAM_DESTROYED",
  "UND_ERR_SOCKET",
]);

const TLS = /^(EPROTO|ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED|UNABLE_TO_)/;

/** Reads an error thrown by the ClickHouse client. */
export function describeServerError(error: unknown): ServerError {
  // Not `instanceof`: node's own errors are of another realm where code runs in a VM context.
  if (!types.isNativeError(error)) return { kind: "bug", code: undefined, message: oneLine(String(error)) };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const message = oneLine(error.message || code || error.name);
  if (code !== undefined && /^\d+$/.test(code)) return { kind: "answered", code, message };
  if (code !== undefined && TLS.test(code)) return { kind: "tls", code, message };
  // The client's own words for a silence and for a request that was given up; node's for a connection cut
  // short.
  const silent = /^(Timeout error\.|The user aborted a request\.|socket hang up|aborted)$/.test(
    error.message,
  );
  if (silent || (code !== undefined && GONE.has(code))) return { kind: "gone", code, message };
  if (code?.startsWith("HPE_")) return { kind: "gone", code, message };
  // Without a code and a plain Error: the text of an answer that was not ClickHouse's.
  if (code === undefined && error.name === "Error") return { kind: "answered", code, message };
  return { kind: "bug", code, message };
}

function oneLine(text: string): string {
  const line = text
    .replace(/\(version [^)]*\)/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return line.length <= 300 ? line : `${line.slice(0, 299)}…`;
}
