const EXPECTED = Symbol.for("data-faker/expected-error");

/**
 * An expected failure. A door prints `message` as one line and exits with `exitCode`; anything that is not an
 * `ExpectedError` is a bug and prints its stack.
 */
export abstract class ExpectedError extends Error {
  /** 1: the environment failed; 2: the request was refused. */
  abstract readonly exitCode: 1 | 2;

  /**
   * @param code stable name of the kind of failure, e.g. `"table-missing"`
   * @param message one line: what, where, and what to do
   * @param fields the facts behind the message, for programs; never a password
   */
  constructor(
    readonly code: string,
    message: string,
    readonly fields: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
    Object.defineProperty(this, EXPECTED, { value: true });
  }

  /**
   * By the class's name: Moose loads a project again and again in one process, so that what is loaded late may throw
   * an error of another copy of its class.
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    if (typeof value !== "object" || value === null || !(EXPECTED in value)) return false;
    for (let at: object | null = value; at !== null; at = Object.getPrototypeOf(at) as object | null)
      if (at.constructor.name === this.name) return true;
    return false;
  }
}

/** The input or the state found does not allow the request (exit code 2). Nothing was written. */
export class Refusal extends ExpectedError {
  readonly exitCode = 2;
}

/**
 * The connection, the server, or the disk failed (exit code 1). What was recorded is kept; a rerun goes on.
 */
export class EnvironmentFailure extends ExpectedError {
  readonly exitCode = 1;
}

/** A fault of this package, not of its surroundings: whoever sees it can only report it. */
export class InternalError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(`A fault of data-faker: ${message}`, options);
    this.name = "InternalError";
  }
}
