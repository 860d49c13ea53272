import type { RowSet } from "../../plan/row-set";
import type { StepWork } from "../../plan/step-work";
import type { RecognisedRows } from "../../table/remove-rows";

/** A step that is not known to be whole. */
export interface Damage extends StepWork {
  readonly lacks: RowSet;
  readonly known: true;
  /** Whether it was recorded as written: then rows were removed. */
  readonly recorded: boolean;
  /** Whether the record holds again once the missing rows are there: then the ledger stays as it is. */
  readonly inPlace: boolean;
  /** Its rows as they were seen and recognised; `undefined` where the range holds none. */
  readonly held: RecognisedRows | undefined;
  /** Whether they must be removed before it is written. */
  readonly remove: boolean;
}
