import { EnvironmentFailure, ExpectedError } from "../errors";
import { describeServerError } from "./server-error";

/**
 * What a door may show of an error of the ClickHouse client: an `EnvironmentFailure` `server-failed`; of any
 * other, itself.
 */
export function serverFailure(error: unknown): unknown {
  const { kind, heals, message, advice } = describeServerError(error);
  if (kind === "bug" || error instanceof ExpectedError) return error;
  return new EnvironmentFailure(
    "server-failed",
    `ClickHouse failed: ${message}; ${heals ? "" : `${advice ?? "remove the cause"}, then `}run the same command again to go on`,
    {},
    { cause: error },
  );
}
