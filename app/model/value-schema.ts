/** What a declaration says of a column's values beyond their type, in the terms of JSON Schema. */
export interface ValueSchema {
  /** The only values, in a stable order. */
  readonly values?: readonly (string | number)[];
  /** Both included. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** Neither included. */
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  /** Characters of a text, both included. */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** A regular expression that the whole text matches. */
  readonly pattern?: string;
  /** As JSON Schema names it, e.g. `email`, `uuid`, `uri`, `ipv4`. */
  readonly format?: string;
}
