import { Refusal } from "../../../errors";
import { quoted } from "../../../request/quoted";
import type { Generator } from "../generator";
import type { GivenSpec } from "../given-spec";
import type { GroupRow } from "../table-spec";
import type { Between, ColumnBuilder, ColumnFills, Duration, Fill } from "./column-builder";

/** What the builder makes where the types of columns are of no account. */
type Untyped = { readonly [Name in keyof ColumnBuilder<any>]: unknown };

/**
 * What a function says of a table's columns, as plain data; those that are `inferred` are left out.
 * @throws Refusal `invalid-option`
 */
export function buildSpec(columns: (c: ColumnBuilder<any>) => ColumnFills<any>): {
  readonly given: GivenSpec;
  /** The names of all, also of those that are left out. */
  readonly said: readonly string[];
} {
  const groups: Record<string, readonly GroupRow[]> = {};
  const fills = Object.entries(columns(builder(groups) as unknown as ColumnBuilder<any>));
  const given = fills.filter(([, fill]) => (fill as Fill<unknown>).kind !== "inferred");
  return {
    given: {
      columns: Object.fromEntries(given) as unknown as Record<string, Generator>,
      ...(Object.keys(groups).length > 0 ? { groups } : {}),
    },
    said: fills.map(([name]) => name),
  };
}

function builder(groups: Record<string, readonly GroupRow[]>): Untyped {
  const identifier = (form: string) => (length: number, prefix?: string) => ({
    kind: "identifier",
    form,
    length,
    ...(prefix === undefined ? {} : { prefix }),
  });
  const computed =
    (operation: string) =>
    (...columns: string[]) => ({ kind: "computed", operation, columns });
  return {
    inferred: { kind: "inferred" },
    constant: (value: unknown) => ({ kind: "constant", value }),
    oneOf: (values: unknown, how: object = {}) => ({ kind: "choice", values, ...how }),
    weighted: (weights: Record<string, number>) => ({
      kind: "choice",
      values: Object.keys(weights),
      weights: Object.values(weights),
    }),
    integer: (min: number, max: number, how: object = {}) => ({ kind: "number", min, max, ...how }),
    decimal: (min: number, max: number, how: object = {}) => ({ kind: "number", min, max, scale: 2, ...how }),
    boolean: (share: number) => ({ kind: "boolean", share }),
    time: (from: string, to: string, how: object = {}) => ({ kind: "time", from, to, ...how }),
    rising: (how: object) => ({ kind: "rising", ...how }),
    after: (column: string, { within, from = 0, ...how }: { within: Duration; from?: Duration }) => ({
      kind: "after",
      column,
      min: seconds(from),
      max: seconds(within),
      ...how,
    }),
    between: (from: string, to: string, how: object = {}) => ({ kind: "between", from, to, ...how }),
    reference: (to: string, column: string) => ({ kind: "reference", to, column }),
    ordinal: () => ({ kind: "ordinal" }),
    total: (of: string, column?: string) => ({
      kind: "total",
      of,
      ...(column === undefined ? {} : { column }),
    }),
    template: (text: string) => ({ kind: "template", text }),
    sentence: ([min, max]: Between) => ({ kind: "sentence", min, max }),
    vocabulary: (name: string, how: object = {}) => ({ kind: "vocabulary", name, ...how }),
    uuid: () => ({ kind: "identifier", form: "uuid" }),
    hex: identifier("hex"),
    digits: identifier("digits"),
    alphanumeric: identifier("alphanumeric"),
    unique: (min: number, max: number) => ({ kind: "unique", min, max }),
    array: (of: object, [min, max]: Between, spread?: string) => ({
      kind: "array",
      of,
      min,
      max,
      ...(spread === undefined ? {} : { spread }),
    }),
    map: (keys: unknown, value: object, [min, max]: Between) => ({ kind: "map", keys, value, min, max }),
    object: (fields: object) => ({ kind: "object", fields }),
    nullable: (share: number, of: object) => ({ kind: "nullable", share, of }),
    when: (column: string, is: unknown, of: object) => ({ kind: "when", column, is, of }),
    per: (column: string, of: object) =>
      "group" in of ? { ...of, per: column } : { kind: "per", column, of },
    run: (rows: number, of: object) => ({ kind: "run", rows, of }),
    sum: computed("sum"),
    difference: computed("difference"),
    product: computed("product"),
    concat: computed("concat"),
    copy: computed("copy"),
    together: (columns: readonly string[], rows: readonly [number, GroupRow["values"]][]) => {
      const group = columns.join("+");
      groups[group] = rows.map(([weight, values]) => ({ weight, values }));
      return Object.fromEntries(columns.map((name) => [name, { kind: "group", group }]));
    },
  };
}

const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 };

function seconds(duration: Duration): number {
  if (typeof duration === "number") return duration;
  const match = /^(\d+)([smhd])$/.exec(duration);
  if (match === null)
    throw new Refusal(
      "invalid-option",
      `dataFaker: columns: expected a time such as "90s", "15m", "12h" or "400d", received ${quoted(duration)}`,
    );
  return Number(match[1]) * SECONDS[match[2] as keyof typeof SECONDS];
}
