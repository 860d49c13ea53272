import { EnvironmentFailure } from "../../errors";

/** Whether a claim or lease ended because another one followed. */
export function isClaimLost(error: unknown): boolean {
  return error instanceof EnvironmentFailure && error.code === "claim-lost";
}
