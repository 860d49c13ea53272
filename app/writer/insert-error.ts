import { EnvironmentFailure } from "../errors";
import { describeServerError, type ServerError } from "../server/server-error";

/**
 * `retryable`: nothing landed, and a later try may succeed. `fatal`: nothing landed, and no later try can
 * succeed. `unknown`: rows may have landed; look before writing again.
 */
export type InsertFailureKind = "retryable" | "fatal" | "unknown";

/** A failed insert. The message is one line; `cause` is the client's error. */
export class InsertError extends EnvironmentFailure {
  /** ClickHouse's error number, e.g. 252; `undefined` where no ClickHouse answered. */
  readonly serverCode: number | undefined;
  /** ClickHouse's name of the error, or the system's, e.g. `"TOO_MANY_PARTS"` or `"ECONNREFUSED"`. */
  readonly serverType: string | undefined;
  /** Whether the server asks for less at a time. */
  readonly overload: boolean;
  /** Whether a later try may succeed. */
  readonly heals: boolean;

  constructor(
    message: string,
    readonly kind: InsertFailureKind,
    error?: Pick<ServerError, "kind" | "code" | "name" | "overload" | "heals">,
    options?: ErrorOptions,
  ) {
    const serverCode =
      error?.kind === "answered" && error.code !== undefined ? Number(error.code) : undefined;
    super("insert-failed", message, { kind, serverCode, serverType: error?.name }, options);
    this.serverCode = serverCode;
    this.serverType = error?.name;
    this.overload = error?.overload ?? false;
    this.heals = kind !== "fatal" && (serverCode === undefined || error!.heals);
  }
}

/**
 * Makes an `InsertError` of what a client threw.
 * @param what the insert in words, e.g. `"batch 7 into local.images"`
 * @param released whether the whole body may have left this process; if not, nothing can have landed
 */
export function insertError(error: unknown, what: string, released: boolean): InsertError {
  const described = describeServerError(error);
  const { kind, code, name, landed, heals, advice, view } = described;
  const told = [kind === "answered" && code !== undefined ? `code ${code}` : undefined, name].filter(Boolean);
  const message = error instanceof Error ? error.message || code || "" : String(error);
  const text = message.replace(/\s+/g, " ").trim().slice(0, 500);
  return new InsertError(
    `Insert of ${what} failed${view === undefined ? "" : ` in the materialized view ${view}`}${told.length === 0 ? "" : ` (${told.join(" ")})`}: ${text}${advice === undefined ? "" : `; ${advice}`}`,
    landed === "no" && !heals ? "fatal" : landed === "no" || !released ? "retryable" : "unknown",
    described,
    { cause: error },
  );
}
