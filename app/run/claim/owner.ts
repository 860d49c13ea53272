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
   * Whether the process that such a text names is gone for certain: same host, same boot, same namespace, not
   * there.
   */
  isProvablyGone(host: string, process: string): boolean;
}
