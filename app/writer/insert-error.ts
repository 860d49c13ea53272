import { EnvironmentFailure } from "../errors";

/**
 * `retryable`: nothing landed, and a later try may succeed. `fatal`: nothing landed, and no later try can
 * succeed. `unknown`: rows may have landed; look before writing again.
 */
export type InsertFailureKind = "retryable" | "fatal" | "unknown";

/** A failed insert. The message is one line; `cause` is the client's error. */
export class InsertError extends EnvironmentFailure {
  constructor(
    message: string,
    readonly kind: InsertFailureKind,
    /** ClickHouse's error number, e.g. 252; `undefined` where no ClickHouse answered. */
    readonly serverCode: number | undefined,
    /** ClickHouse's name of the error, or the system's, e.g. `"TOO_MANY_PARTS"` or `"ECONNREFUSED"`. */
    readonly serverType: string | undefined,
    options?: ErrorOptions,
  ) {
    super("insert-failed", message, { kind, serverCode, serverType }, options);
  }
}

/**
 * Errors that ClickHouse raises before it writes, and that pass. Numbers: ClickHouse,
 * `src/Common/ErrorCodes.cpp`.
 */
const PASSING: ReadonlySet<number> = new Set([
  201, // QUOTA_EXCEEDED
  202, // TOO_MANY_SIMULTANEOUS_QUERIES
  203, // NO_FREE_CONNECTION
  241, // MEMORY_LIMIT_EXCEEDED
  242, // TABLE_IS_READ_ONLY
  243, // NOT_ENOUGH_SPACE
  252, // TOO_MANY_PARTS
]);

/** Whether ClickHouse's error of this number passes, so that a later try may succeed. */
export function isPassing(code: number): boolean {
  return PASSING.has(code) || INTERRUPTED.has(code);
}

/** Errors of a query that was cut short: a later try may succeed, but an insert may have landed. */
const INTERRUPTED: ReadonlySet<number> = new Set([
  159, // TIMEOUT_EXCEEDED
  209, // SOCKET_TIMEOUT
  210, // NETWORK_ERROR
  236, // ABORTED
  394, // QUERY_WAS_CANCELLED
]);

/** Errors that no waiting heals: the table, the statement, the values, or who may do what. */
const FATAL: ReadonlySet<number> = new Set([
  6, // CANNOT_PARSE_TEXT
  8, // THERE_IS_NO_COLUMN
  10, // NOT_FOUND_COLUMN_IN_BLOCK
  16, // NO_SUCH_COLUMN_IN_TABLE
  20, // NUMBER_OF_COLUMNS_DOESNT_MATCH
  25, // CANNOT_PARSE_ESCAPE_SEQUENCE
  26, // CANNOT_PARSE_QUOTED_STRING
  27, // CANNOT_PARSE_INPUT_ASSERTION_FAILED
  36, // BAD_ARGUMENTS
  38, // CANNOT_PARSE_DATE
  41, // CANNOT_PARSE_DATETIME
  43, // ILLEGAL_TYPE_OF_ARGUMENT
  44, // ILLEGAL_COLUMN
  47, // UNKNOWN_IDENTIFIER
  48, // NOT_IMPLEMENTED
  50, // UNKNOWN_TYPE
  53, // TYPE_MISMATCH
  60, // UNKNOWN_TABLE
  62, // SYNTAX_ERROR
  69, // ARGUMENT_OUT_OF_BOUND
  70, // CANNOT_CONVERT_TYPE
  72, // CANNOT_PARSE_NUMBER
  73, // UNKNOWN_FORMAT
  81, // UNKNOWN_DATABASE
  115, // UNKNOWN_SETTING
  117, // INCORRECT_DATA
  130, // CANNOT_READ_ARRAY_FROM_TEXT
  131, // TOO_LARGE_STRING_SIZE
  164, // READONLY
  192, // UNKNOWN_USER
  193, // WRONG_PASSWORD
  194, // REQUIRED_PASSWORD
  218, // TABLE_IS_DROPPED
  291, // DATABASE_ACCESS_DENIED
  321, // VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE
  349, // CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN
  376, // CANNOT_PARSE_UUID
  452, // SETTING_CONSTRAINT_VIOLATION
  467, // CANNOT_PARSE_BOOL
  469, // VIOLATED_CONSTRAINT
  497, // ACCESS_DENIED
  516, // AUTHENTICATION_FAILED
  691, // UNKNOWN_ELEMENT_OF_ENUM
]);

/** The system's errors with which no request can have reached the server. */
const UNCONNECTED: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);

/**
 * Makes an `InsertError` of what a client threw: a `ClickHouseError` (with `code` and `type`), an error whose
 * text holds "Code: N. DB::Exception: ... (TYPE)", a system error of the connection, or anything else.
 * @param what the insert in words, e.g. `"batch 7 into local.images"`
 * @param released whether the whole body may have left this process; if not, nothing can have landed
 */
export function insertError(error: unknown, what: string, released: boolean): InsertError {
  const { code, type, message } = describe(error);
  const kind = classify(code, type, released);
  const name = [code === undefined ? undefined : `code ${code}`, type].filter(Boolean).join(" ");
  const text = message.replace(/\s+/g, " ").trim().slice(0, 500);
  return new InsertError(`Insert of ${what} failed${name && ` (${name})`}: ${text}`, kind, code, type, {
    cause: error,
  });
}

function classify(code: number | undefined, type: string | undefined, released: boolean): InsertFailureKind {
  if (code !== undefined && FATAL.has(code)) return "fatal";
  if (code !== undefined && PASSING.has(code)) return "retryable";
  if (!released || (type !== undefined && UNCONNECTED.has(type))) return "retryable";
  return "unknown";
}

interface Description {
  readonly code: number | undefined;
  readonly type: string | undefined;
  readonly message: string;
}

function describe(error: unknown): Description {
  const message = error instanceof Error ? error.message : String(error);
  const { code, type } = (error ?? {}) as { code?: unknown; type?: unknown };
  if (typeof code === "string" && /^\d+$/.test(code)) {
    return { code: Number(code), type: typeof type === "string" ? type : undefined, message };
  }
  const told = /Code: (\d+)\b/.exec(message);
  if (told) {
    const name = /\(([A-Z][A-Z0-9_]{2,})\)/.exec(message);
    return { code: Number(told[1]), type: name?.[1], message };
  }
  if (typeof code === "string") return { code: undefined, type: code, message: message || code };
  const named = /\b(E[A-Z]{4,}|EAI_AGAIN)\b/.exec(message);
  return { code: undefined, type: named?.[1], message };
}
