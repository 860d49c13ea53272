import type { StepWork } from "../../plan/step-work";

/** A step that is not known to be whole. */
export interface Damage extends StepWork {
  readonly known: true;
  /** Whether it was recorded as written: then rows were removed. */
  readonly recorded: boolean;
  /** Whether its whole range must be removed before it is written. */
  readonly remove: boolean;
}
