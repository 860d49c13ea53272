import type { Request } from "../request/request";

/** What a run is to do with its table. */
export type Intent =
  /** Bring the run that the request means to its target. */
  | { readonly kind: "fill"; readonly request: Request }
  /** Remove what earlier runs wrote and forget them, then fill. */
  | { readonly kind: "reset"; readonly request: Request }
  /** Write parts of the newest run beside others, who share it. */
  | { readonly kind: "join"; readonly request: Request }
  /** Write the rows missing from recorded steps, and nothing else. */
  | { readonly kind: "repair" };

export function intentOf(request: Request): Intent {
  return { kind: request.reset ? "reset" : "fill", request };
}
