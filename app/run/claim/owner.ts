import type { ClaimRow } from "../../ledger/run-row";

/** Who runs: told by the door, because only doors look at the process. */
export interface Owner {
  /** Unique to this call, e.g. a UUID. */
  readonly id: string;
  readonly host: string;
  /** Boot, pid namespace, pid and start time. */
  readonly process: string;
  readonly pid: number;
  readonly door: "terminal" | "workflow";
  /**
   * Whether the owner of a claim is gone for certain: its process is not there (same host, same boot, same
   * namespace), or it is this one and has abandoned the claim.
   */
  isProvablyGone(claim: Pick<ClaimRow, "owner" | "host" | "process">): boolean;
}
