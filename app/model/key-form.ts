/** How a row's number stands in the key column. */
export type KeyForm =
  /** The number itself. */
  | { readonly as: "integer" }
  /** The prefix and the number in so many digits (1 to 20), with leading zeros: `cus_000000000042`. */
  | { readonly as: "text"; readonly prefix: string; readonly digits: number }
  /**
   * A UUID of version 8: the number in some bits, hashes in the others. `text` (default false): as text, in a
   * String or FixedString(36). The number lies where the order of the column's type begins.
   */
  | { readonly as: "uuid"; readonly text?: boolean }
  /**
   * One row in each slot of `everyTicks` ticks of the column's type (seconds, or 10^-precision seconds), from the
   * second `first` since 1970 on; in which of its ticks is drawn. `first` may be negative, `everyTicks` is from 1 to
   * 2^50.
   */
  | { readonly as: "time"; readonly first: number; readonly everyTicks: number };
