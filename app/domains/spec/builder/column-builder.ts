import type { Generator, Scalar, Skew, Spread } from "../generator";
import type { Columns, ColumnsOf, OrNull } from "./column-value";
import type { NoReferences, References, RelatedOf, RowOf } from "./references";

declare const VALUE: unique symbol;

/** A generator, as plain data, of values of a type. */
export interface Fill<out V> {
  readonly kind: Generator["kind"] | "inferred";
  readonly [VALUE]?: V;
}

/** What fills the columns of a table: names and values are checked by the compiler. */
export type ColumnFills<T> = { readonly [Name in keyof Columns<T>]?: Fill<Columns<T>[Name]> };

/** As the option `columns` returns it: nothing but columns of the table, with `strict` all of them. */
export type CheckedFills<T, Fills, Strict> = Fills & {
  readonly [Name in Exclude<keyof Fills, keyof Columns<T>>]: never;
} & (Strict extends true ? { readonly [Name in keyof Columns<T>]: Fill<Columns<T>[Name]> } : unknown);

export interface NumberOptions {
  /** How the numbers lie between their ends. Default: evenly. */
  readonly spread?: Spread;
  /** Two or more rising values, between which equal shares of all lie; instead of a spread. */
  readonly quantiles?: readonly number[];
}

/** A number of seconds, or text such as "90s", "15m", "12h" or "400d". */
export type Duration = number | string;

/** `Amount` of elements, words or entries: from the first to the second, both included. */
export type Between = readonly [least: number, most: number];

/** Makes the generators of a table's columns. */
export interface ColumnBuilder<T, R extends References = NoReferences> {
  /** As it is inferred, said explicitly. */
  readonly inferred: Fill<never>;
  constant<const V extends Scalar>(value: V): Fill<V>;
  /** One of the values: all alike often, by weights (0 or more), or the first ones most often, as { zipf: 1.1 }. */
  oneOf<const V extends Scalar>(
    values: readonly V[],
    how?: { readonly weights?: readonly number[] } | { readonly skew: Skew },
  ): Fill<V>;
  /** One of the names, as often as their weights say: { US: 50, DE: 10 }. */
  weighted<const W extends Readonly<Record<string, number>>>(weights: W): Fill<keyof W & string>;
  /** Whole numbers, both ends included. */
  integer(min: number, max: number, how?: NumberOptions): Fill<number>;
  /** Both ends included. @param how with `scale` digits after the point, 0 to 9, default 2 */
  decimal(min: number, max: number, how?: NumberOptions & { readonly scale?: number }): Fill<number>;
  /** @param share of the rows in which it is true, from 0 to 1 */
  boolean(share: number): Fill<boolean>;
  /** Both ends included: "2024-01-31" or "2024-01-31T23:59:59", in UTC. */
  time(from: string, to: string, how?: TimeOptions & { readonly spread?: Spread }): Fill<Date>;
  /** Rises with the row number. */
  rising(
    how: TimeOptions & {
      readonly from: string;
      /** Rows a day. */
      readonly perDay: number;
      readonly season?: "week" | "day";
    },
  ): Fill<Date>;
  /** After the time in another column: at least `from` (default 0), at most `within`. */
  after<Name extends ColumnsOf<T, Date> | RelatedOf<R, Date>>(
    column: Name,
    how: TimeOptions & { readonly within: Duration; readonly from?: Duration; readonly spread?: Spread },
  ): Fill<OrNull<Date, T, Name>>;
  /** A time from that in one column to that in another, both included: c.between("session.startedAt", "session.endedAt"). */
  between<Name extends ColumnsOf<T, Date> | RelatedOf<R, Date>>(
    from: Name,
    to: Name,
    how?: TimeOptions,
  ): Fill<OrNull<Date, T, Name>>;
  /** A column of the row that this row refers to: see the option `references`. */
  reference<Name extends keyof R & string, Column extends keyof Columns<RowOf<R[Name]>> & string>(
    to: Name,
    column: Column,
  ): Fill<Columns<RowOf<R[Name]>>[Column]>;
  /** The number of the row among its parent's children, from 1 on. */
  ordinal(): Fill<number>;
  /** Of the row's children: how many there are, or the sum of a column of theirs. See the option `children`. */
  total(of: string, column?: string): Fill<number>;
  /**
   * Text with placeholders: `{firstName}` a word of that vocabulary, `{#}` the row's number, `{0-99}` a number,
   * `{hex8}` hexadecimal digits, `{=column}` another column's text, `{{` a brace.
   */
  template(text: string): Fill<string>;
  /** Words as a sentence. */
  sentence(words: Between): Fill<string>;
  /** A word of a vocabulary, such as "firstName", "city" or "company". */
  vocabulary(name: string, how?: { readonly skew: Skew }): Fill<string>;
  uuid(): Fill<string>;
  /** Hexadecimal digits. */
  hex(length: number, prefix?: string): Fill<string>;
  digits(length: number, prefix?: string): Fill<string>;
  alphanumeric(length: number, prefix?: string): Fill<string>;
  /** Whole numbers, different in each row; both ends included. */
  unique(min: number, max: number): Fill<number>;
  array<V>(of: Fill<V>, length: Between, spread?: Spread): Fill<readonly V[]>;
  /** Some of the keys, each with a value. */
  map<const K extends string, V>(
    keys: readonly K[],
    value: Fill<V>,
    entries: Between,
  ): Fill<Readonly<Record<K, V>>>;
  /** For tuples, nested columns and JSON. */
  object<const F extends Readonly<Record<string, Fill<unknown>>>>(
    fields: F,
  ): Fill<{ readonly [Name in keyof F]: F[Name] extends Fill<infer V> ? V : never }>;
  /** NULL in a share of the rows, from 0 to 1. */
  nullable<V>(share: number, of: Fill<V>): Fill<V | null>;
  /** A value where another column has one of some values, NULL elsewhere. */
  when<Name extends keyof Columns<T>, V>(
    column: Name,
    is: readonly Extract<Columns<T>[Name], Scalar>[],
    of: Fill<V>,
  ): Fill<V | null>;
  /** One value for each value of another column, wherever that recurs: c.per("customerId", c.vocabulary("company")). */
  per<V>(column: keyof Columns<T>, of: Fill<V>): Fill<V>;
  /** A value that stays for a stretch of so many neighbouring rows on average. */
  run<V>(rows: number, of: Fill<V>): Fill<V>;
  sum<Name extends ColumnsOf<T, number> | RelatedOf<R, number>>(
    ...columns: readonly Name[]
  ): Fill<OrNull<number, T, Name>>;
  /** The first column less all others. */
  difference<Name extends ColumnsOf<T, number> | RelatedOf<R, number>>(
    ...columns: readonly Name[]
  ): Fill<OrNull<number, T, Name>>;
  product<Name extends ColumnsOf<T, number> | RelatedOf<R, number>>(
    ...columns: readonly Name[]
  ): Fill<OrNull<number, T, Name>>;
  concat<Name extends keyof Columns<T>>(...columns: readonly Name[]): Fill<OrNull<string, T, Name>>;
  /** The value of another column. */
  copy<Name extends keyof Columns<T>>(column: Name): Fill<Columns<T>[Name]>;
  /**
   * Columns that belong together: one of the rows is drawn, by its weight, and gives the values of all.
   * @example ...c.together(["city", "country"], [[5, { city: "Berlin", country: "DE" }], [1, { city: "Bern", country: "CH" }]])
   */
  together<const Names extends readonly (keyof Columns<T>)[]>(
    columns: Names,
    rows: readonly (readonly [
      weight: number,
      values: {
        readonly [Name in Names[number]]: Extract<Columns<T>[Name], Scalar> | Fill<Columns<T>[Name]>;
      },
    ])[],
  ): { readonly [Name in Names[number]]: Fill<Columns<T>[Name]> };
}

export interface TimeOptions {
  /** Default: "second". */
  readonly unit?: "day" | "second" | "millisecond" | "microsecond";
}
