import type { StepWork } from "../../plan/step-work";

/** A step that is not known to be whole. */
export interface Damage extends StepWork {
  readonly known: true;
  /** Whether it was recorded as written: then somebody removed rows. */
  readonly recorded: boolean;
  /** Whether all of its range has to be removed before it is written. */
  readonly remove: boolean;
}
