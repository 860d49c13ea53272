import type { Request } from "../request/request";

/** What a run is to do with its table. */
export type Intent =
  /** Bring the run that the request means to its target. */
  | { readonly kind: "fill"; readonly request: Request }
  /** Remove what earlier runs wrote and forget them, then fill. */
  | { readonly kind: "reset"; readonly request: Request }
  /** Write parts of the newest run beside others, who share it. */
  | { readonly kind: "join"; readonly request: Request; readonly role?: JoinRole }
  /** Write the rows missing from recorded steps, and nothing else. */
  | { readonly kind: "repair" };

/**
 * What one who joins a run does at its ends: `helps` (the default): leads it where nobody does, and leaves it to others when they
 * have leased the rest; `follows`: the same, but leaves a run that was stopped; `leads`: stays to the end.
 */
export type JoinRole = "helps" | "follows" | "leads";

export function intentOf(request: Request): Intent {
  return { kind: request.reset ? "reset" : "fill", request };
}
