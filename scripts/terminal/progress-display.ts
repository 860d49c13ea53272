import type { Progress } from "../../app/run/run-event";

/** Shows the progress of a run while it writes. */
export interface ProgressDisplay {
  update(progress: Progress): void;
  /** Writes a line of its own, e.g. a warning. */
  print(line: string): void;
  /** Ends the display and leaves the cursor at the start of a line. May be called again. */
  close(): void;
}
