import type { Worker } from "node:worker_threads";
import type { Trouble } from "../../ledger/trouble";
import type { Host } from "./host";
import type { RunEvent } from "../run-event";
import type { TableAccess } from "./server-session";

/** Where a run happens and who watches it; its `Intent` says what it does. */
export interface RunOptions extends TableAccess, Host {
  /** When it aborts, the batch under way is finished and recorded. */
  readonly stop: AbortSignal;
  readonly emit: (event: RunEvent) => void;
  /** A thread that is on its way already: the first of those that make rows. */
  readonly thread?: Worker;
  /** Which attempt this is, and when the next one begins, where the caller tries again by itself. */
  readonly again?: Required<Omit<Trouble, "error">>;
}
