/** What a generator makes for a column of a type: numbers for decimals, dates for times that are declared as text. */
export type ColumnValue<V> = 0 extends 1 & V
  ? any
  : V extends null | undefined
    ? null
    : V extends string
      ? "_clickhouse_scale" extends keyof V
        ? number
        : TextValue<V>
      : V extends number
        ? number extends V
          ? number
          : V
        : V extends boolean | Date
          ? V extends Date
            ? Date
            : boolean
          : V extends readonly (infer Element)[]
            ? readonly ColumnValue<Element>[]
            : { readonly [Field in keyof V]: ColumnValue<V[Field]> };

type TextValue<V extends string> = V extends { "typia.tag"?: infer Tag }
  ? Tag extends { value: "date" | "date-time" }
    ? Date
    : Plain<V>
  : Plain<V>;

/** Tags of a column's type are no part of its values; the members of a union are. */
type Plain<V extends string> = string extends V ? string : V;

/** Whether the server computes a column. Moose's own `Insertable` takes every `Record<string, ...>` for one of those. */
type IsComputed<V> = string extends keyof V
  ? false
  : "_clickhouse_alias" extends keyof V
    ? true
    : "_clickhouse_materialized" extends keyof V
      ? true
      : false;

/** The columns of a table that rows are given values for: all that the server does not compute. */
export type Columns<T> = {
  [Name in keyof T & string as IsComputed<T[Name]> extends true ? never : Name]-?: ColumnValue<T[Name]>;
};

/** The names of the columns that hold values of a type, or NULL. */
export type ColumnsOf<T, V> = {
  [Name in keyof Columns<T>]: Exclude<Columns<T>[Name], null> extends V ? Name : never;
}[keyof Columns<T>];

/** `V`, or NULL where one of the columns may be NULL. */
export type OrNull<V, T, Name> =
  V | (Name extends keyof Columns<T> ? Extract<Columns<T>[Name], null> : never);
