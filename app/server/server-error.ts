import { types } from "node:util";
import { ERROR_CODES, type ErrorCode, type ErrorMeaning } from "./error-codes";

/** What went wrong between the client and the server, in a form to decide by and to print. */
export interface ServerError {
  /**
   * `answered`: the server refused or failed the query. `gone`: no answer (refused, reset, timed out). `tls`:
   * the two sides could not agree on encryption. `bug`: none of these; not for the user's eyes.
   */
  readonly kind: "answered" | "gone" | "tls" | "bug";
  /** ClickHouse's code as digits, or the system's, e.g. `ECONNRESET`; `undefined` where there is none. */
  readonly code: string | undefined;
  /** ClickHouse's name of the error, e.g. `"TOO_MANY_PARTS"`, or the system's code. */
  readonly name: string | undefined;
  /** One line of at most 300 characters. */
  readonly message: string;
  /**
   * The materialized view whose part of an insert failed, as `database.view`: the table itself may hold the
   * rows, so trying again cannot give them to the view.
   */
  readonly view: string | undefined;
  /** What the statement has done: nothing (`no`), or that is `unknown`. */
  readonly landed: ErrorCode["landed"];
  /** Whether it passes by itself, so that a later try may succeed. */
  readonly heals: boolean;
  /** Whether the server asks for less at a time. */
  readonly overload: boolean;
  readonly meaning: ErrorMeaning | undefined;
  /** What the user can do, where the message does not say it; continues a sentence. */
  readonly advice: string | undefined;
}

const TLS = /^(EPROTO|ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED|UNABLE_TO_)/;

/** The client's own words for a silence and for a request that was given up; node's for one cut short. */
const SILENT = /^(Timeout error\.|The user aborted a request\.|socket hang up|aborted)$/;

/** An answer of something in between, such as a load balancer's page while the server behind it is away. */
const IN_BETWEEN = /^\s*(?:<|$)|\b50[234]\b|bad gateway|service unavailable|gateway time-?out/i;

/** Reads an error thrown by the ClickHouse client, and answers all that is decided by it. */
export function describeServerError(error: unknown): ServerError {
  // Not `instanceof`: node's own errors are of another realm where code runs in a VM context.
  const native = types.isNativeError(error) ? error : undefined;
  const { code, name } = native === undefined ? NOTHING : codeOf(native);
  const kind = native === undefined ? "bug" : kindOf(native, code);
  const message = native === undefined ? String(error) : native.message || code || native.name;
  const known = code === undefined ? undefined : ERROR_CODES[code];
  const other = known?.unless?.text.test(message) ? known.unless : undefined;
  const view = /while pushing to view (\S+?)[.,:;]*(?=\s|$)/.exec(message)?.[1];
  const { meaning, advice } = view !== undefined ? VIEW : (other ?? known ?? {});
  return {
    kind,
    code,
    name: name ?? known?.name,
    message: oneLine(message),
    view,
    landed: (view === undefined && known?.landed) || "unknown",
    heals:
      view === undefined &&
      other === undefined &&
      (known?.heals ??
        (kind === "gone" || (code === undefined && kind === "answered" && IN_BETWEEN.test(native!.message)))),
    overload: other === undefined && (known?.overload ?? false),
    meaning,
    advice,
  };
}

const VIEW = {
  meaning: undefined,
  advice:
    "the table may hold these rows while the view's target lacks them: correct the view, empty its target, and fill that with INSERT INTO the target and the view's SELECT",
} as const;

interface Code {
  readonly code: string | undefined;
  readonly name: string | undefined;
}

const NOTHING: Code = { code: undefined, name: undefined };

function codeOf(error: Error): Code {
  const { code, type } = error as { code?: unknown; type?: unknown };
  if (typeof code === "string")
    return { code, name: isNumber(code) ? (typeof type === "string" ? type : undefined) : code };
  if (error.name !== "Error") return NOTHING;
  // An error that holds another's text, as `OlapTable.insert` throws.
  const told = /Code: (\d+)\b/.exec(error.message)?.[1];
  if (told !== undefined) return { code: told, name: /\(([A-Z][A-Z0-9_]{2,})\)/.exec(error.message)?.[1] };
  const system = /\b(?:read|write|connect|getaddrinfo) (E[A-Z_]+)\b/.exec(error.message)?.[1];
  return { code: system, name: system };
}

function kindOf(error: Error, code: string | undefined): ServerError["kind"] {
  if (code !== undefined && isNumber(code)) return "answered";
  if (code !== undefined && TLS.test(code)) return "tls";
  if (SILENT.test(error.message)) return "gone";
  if (code !== undefined && (code in ERROR_CODES || code.startsWith("HPE_"))) return "gone";
  // Without a code and a plain Error: the text of an answer that was not ClickHouse's.
  return code === undefined && error.name === "Error" ? "answered" : "bug";
}

function isNumber(code: string): boolean {
  return /^\d+$/.test(code);
}

function oneLine(text: string): string {
  const line = text
    .replace(/\(version [^)]*\)/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return line.length <= 300 ? line : `${line.slice(0, 299)}…`;
}
