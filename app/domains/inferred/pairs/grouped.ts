import type { Generator, Scalar } from "../../spec/generator";
import type { GroupRow } from "../../spec/table-spec";
import type { Paired } from "./pair";

/** What a column has in a row of a table of data. */
type Part<Row> = (row: Row) => Scalar | Generator;

/**
 * Columns that get their values from one row of a table of data.
 * @param rows each with its weight first
 * @param parts by the columns' names
 */
export function grouped<Row extends readonly [weight: number, ...rest: unknown[]]>(
  group: string,
  because: string,
  rows: readonly Row[],
  parts: Readonly<Record<string, Part<Row>>>,
): Paired {
  const names = Object.keys(parts);
  const rule = `${because}: ${names.join(", ")}`;
  return {
    columns: Object.fromEntries(names.map((name) => [name, { generator: { kind: "group", group }, rule }])),
    groups: {
      [group]: rows.map((row): GroupRow => ({
        weight: row[0],
        values: Object.fromEntries(names.map((name) => [name, parts[name]!(row)])),
      })),
    },
  };
}

/** Several findings as one; they share no column. */
export function pairedTogether(all: readonly Paired[]): Paired {
  return {
    columns: Object.assign({}, ...all.map(({ columns }) => columns)) as Paired["columns"],
    groups: Object.assign({}, ...all.map(({ groups }) => groups)) as NonNullable<Paired["groups"]>,
  };
}
