import { Refusal } from "../../../errors";

/** Rows cannot be made before those that they refer to. @param table the other one */
export function referenceMissing(name: string, table: string): Refusal {
  return new Refusal(
    "reference-missing",
    `Rows of ${name} refer to ${table}, which no run has filled: fill ${table} first`,
    { table },
  );
}
