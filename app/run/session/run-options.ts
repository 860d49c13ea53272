import type { Host } from "./host";
import type { RunEvent } from "../run-event";
import type { TableAccess } from "./server-session";

/** Where a run happens and who watches it; what it is to do is its `Intent`. */
export interface RunOptions extends TableAccess, Host {
  /** Where it aborts, the batch under way is finished and recorded. */
  readonly stop: AbortSignal;
  readonly emit: (event: RunEvent) => void;
}
