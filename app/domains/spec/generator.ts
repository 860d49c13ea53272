/** A value that can stand in a specification. */
export type Scalar = string | number | boolean | null;

/**
 * How numbers, times and lengths lie between their ends: evenly, as a bell in the middle, or most of them near
 * the lower end (`lognormal`, `exponential`).
 */
export type Spread = "uniform" | "normal" | "lognormal" | "exponential";

/** How often each of several values is drawn: Zipf's law of an exponent above 0, the first the most often. */
export interface Skew {
  readonly zipf: number;
}

/**
 * What fills a column, as plain data. Shares are from 0 to 1. Texts in templates: see `template`.
 */
export type Generator =
  | { readonly kind: "constant"; readonly value: Scalar }
  /**
   * One of the values: strings, numbers or booleans, all alike, or null; at most 65,535. Evenly, by weights (0 or
   * more, not all 0), or skewed.
   */
  | {
      readonly kind: "choice";
      readonly values: readonly Scalar[];
      readonly weights?: readonly number[];
      readonly skew?: Skew;
    }
  /**
   * From `min` to `max`, both included, in units of 10^-`scale` (default 0: whole numbers). By `spread`
   * (default uniform), or by `quantiles`: 2 or more rising values, between which equal shares of all values lie.
   */
  | {
      readonly kind: "number";
      readonly min: number;
      readonly max: number;
      readonly scale?: number;
      readonly spread?: Spread;
      readonly quantiles?: readonly number[];
    }
  | { readonly kind: "boolean"; readonly share: number }
  /**
   * From `from` to `to`, both included, as `2024-01-31` or `2024-01-31T23:59:59.123456`, in UTC, from 1900 to 2299;
   * a day without a time begins with it, and ends with its last unit. Default unit: second.
   */
  | {
      readonly kind: "time";
      readonly from: string;
      readonly to: string;
      readonly unit?: "day" | "second" | "millisecond" | "microsecond";
      readonly spread?: Spread;
    }
  /**
   * Rises with the row number from `from` on, so many rows a day on average: a share of a row for less than one a
   * day. `season` makes the days of a week busier than its end, or the hours of a day busier than its night. Ends in
   * 2099: more rows are refused.
   */
  | {
      readonly kind: "rising";
      readonly from: string;
      readonly perDay: number;
      readonly unit?: "day" | "second" | "millisecond" | "microsecond";
      readonly season?: "week" | "day";
    }
  /**
   * So many seconds after the time in another column, from `min` to `max`, both included; before it where negative.
   * NULL where that is. Default unit: that of the other column.
   */
  | {
      readonly kind: "after";
      readonly column: string;
      readonly min: number;
      readonly max: number;
      readonly unit?: "day" | "second" | "millisecond" | "microsecond";
      readonly spread?: Spread;
    }
  /** From the time in one column to that in another, both included; where the second is not later, the first. */
  | {
      readonly kind: "between";
      readonly from: string;
      readonly to: string;
      readonly unit?: "day" | "second" | "millisecond" | "microsecond";
    }
  /**
   * Text with placeholders: `{firstName}` a word of that vocabulary, `{#}` the row's number, `{#8}` with leading
   * zeros, `{0-99}` a number, `{00-99}` in two digits, `{hex8}`, `{digits8}`, `{letters8}`, `{LETTERS8}` or
   * `{alphanumeric8}` so many such characters, `{=column}` another column's text, NULL where that is; `{{` and `}}` a
   * brace. Words, and columns of words, take `|lower`, `|upper`, `|ascii` (no accents) and `|slug` (`mary-ann`).
   */
  | { readonly kind: "template"; readonly text: string }
  /** So many English words, from `min` to `max`, both included, as a sentence, or several where they are many. */
  | { readonly kind: "sentence"; readonly min: number; readonly max: number }
  /** A word of a vocabulary: see app/domains/vocabulary. */
  | { readonly kind: "vocabulary"; readonly name: string; readonly skew?: Skew }
  /** A prefix and so many characters of a form (default: 12); `uuid` is of version 4, and has neither. */
  | {
      readonly kind: "identifier";
      readonly form: "uuid" | "hex" | "digits" | "alphanumeric";
      readonly length?: number;
      readonly prefix?: string;
    }
  /**
   * Different in each row: a permutation of the whole numbers from `min` to `max`, both included. Rows of larger
   * numbers than there are values are refused.
   */
  | { readonly kind: "unique"; readonly min: number; readonly max: number }
  /**
   * From `min` to `max` elements, both included. Columns that name the same `lengths`, with the same bounds and
   * spread, have arrays of one length in each row, as the parts of a Nested column must.
   */
  | {
      readonly kind: "array";
      readonly of: Generator;
      readonly min: number;
      readonly max: number;
      readonly spread?: Spread;
      readonly lengths?: string;
    }
  /** From `min` to `max` of the keys, all different, each with a value. */
  | {
      readonly kind: "map";
      readonly keys: readonly string[];
      readonly value: Generator;
      readonly min: number;
      readonly max: number;
    }
  /** Fields by name: for JSON, for tuples whose elements are these in this order, and in arrays for Nested columns. */
  | { readonly kind: "object"; readonly fields: Readonly<Record<string, Generator>> }
  /** NULL in a share of the rows. */
  | { readonly kind: "nullable"; readonly share: number; readonly of: Generator }
  /**
   * What `of` makes where another column has one of these values, NULL elsewhere. The other column is a choice, a group,
   * a number or a boolean; null stands for its NULLs.
   */
  | { readonly kind: "when"; readonly column: string; readonly is: readonly Scalar[]; readonly of: Generator }
  /**
   * One value for each value of another column, wherever that recurs: the name of a customer whose id stands in many
   * rows. `of` is drawn, not made of the row's number or of other columns but in a template.
   */
  | { readonly kind: "per"; readonly column: string; readonly of: Generator }
  /** Values that stay for a stretch of so many neighbouring rows on average, at least 2. */
  | { readonly kind: "run"; readonly rows: number; readonly of: Generator }
  /**
   * Of other columns of the row: numbers added, subtracted (the others from the first; of two times, in seconds) or
   * multiplied, texts joined, or the value itself. NULL where one of them is. Numbers are rounded to `scale` decimals
   * (default: as many as the exact result has, at most 9), halves up, and kept from `min` to `max`.
   */
  | {
      readonly kind: "computed";
      readonly operation: "sum" | "difference" | "product" | "concat" | "copy";
      readonly columns: readonly string[];
      readonly scale?: number;
      readonly min?: number;
      readonly max?: number;
    }
  /**
   * A column of the row that this row refers to (see `TableSpec.references`), as that table has it; default its
   * key.
   */
  | { readonly kind: "reference"; readonly to: string; readonly column?: string }
  /** The number of the row among its parent's children, from 1 on. */
  | { readonly kind: "ordinal" }
  /** Of the row's children (see `TableSpec.children`): the sum of a column, or how many there are. */
  | { readonly kind: "total"; readonly of: string; readonly column?: string }
  /** What a group of columns has for this one: see `TableSpec.groups`. With `per`, one row of it for each value of that column. */
  | { readonly kind: "group"; readonly group: string; readonly per?: string };
