import type { WriterName } from "../../app/request/request-options";
import type { Round } from "./round";

/** One kind of fault. */
export interface Fault {
  readonly name: string;
  /** Default: both. */
  readonly writers?: readonly WriterName[];
  /** Takes half a minute or more: only on request. */
  readonly long?: true;
  /**
   * What it needs besides a server: `kill` a server of its own, `small-disk` one on a disk that can be
   * filled.
   */
  readonly needs?: "kill" | "small-disk";
  /**
   * Starts the command and does the harm; what it leaves running is waited for, and the command run again
   * until it is complete.
   */
  readonly act: (round: Round) => Promise<void>;
}
