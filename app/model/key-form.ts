/** How a row's number stands in the key column. */
export type KeyForm =
  /** The number itself. */
  | { readonly as: "integer" }
  /** The prefix and the number in so many digits, with leading zeros: `cus_000000000042`. */
  | { readonly as: "text"; readonly prefix: string; readonly digits: number }
  /** A UUID of version 8, in a column of that type or as text: the number in some bits, a hash in the others. */
  | { readonly as: "uuid" }
  /**
   * One row in each slot of `everyTicks` ticks of the column's type (seconds, or 10^-precision seconds), from the
   * second `first` since 1970 on.
   */
  | { readonly as: "time"; readonly first: number; readonly everyTicks: number };
