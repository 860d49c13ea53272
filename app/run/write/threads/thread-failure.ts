import { EnvironmentFailure, ExpectedError, InternalError, Refusal } from "../../../errors";

/** An error of a thread as it comes over to the others: classes do not survive the way. */
export interface ThreadFailure {
  readonly message: string;
  readonly stack: string;
  /** Of an expected failure, what it was made of. */
  readonly expected?: Pick<ExpectedError, "code" | "exitCode" | "fields">;
}

export function asMessage(error: unknown): ThreadFailure {
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
  if (!(error instanceof ExpectedError)) return { message, stack };
  const { code, exitCode, fields } = error;
  return { message, stack, expected: { code, exitCode, fields } };
}

/** The failure as the thread threw it; what nobody expects is a fault of this package, with the thread's stack. */
export function asError({ message, stack, expected }: ThreadFailure): Error {
  if (expected === undefined) {
    const fault = new InternalError(`a thread that makes rows failed: ${message}`);
    fault.stack = `${fault.name}: ${fault.message}\n${stack}`;
    return fault;
  }
  const Failure = expected.exitCode === 2 ? Refusal : EnvironmentFailure;
  return new Failure(expected.code, message, expected.fields);
}
