import { quoteIdentifier } from "../../model/quoting";
import type { ReportTable } from "../report-table";
import type { ColumnFacts } from "./column-facts";

/** How far columns know of each other: Cramer's V of each pair, from 0 (nothing) to 1 (one decides the other). */
export interface ColumnLinks {
  readonly columns: readonly string[];
  /** By both columns' places; rows in which one of them is NULL do not count. `undefined`: nothing to compare. */
  readonly v: readonly (readonly (number | undefined)[])[];
  /** Rows that were looked at, at most. */
  readonly rows: number;
}

const MOST_COLUMNS = 16;
const MOST_VALUES = 300;
const ROWS = 400_000;

export async function askLinks(
  table: ReportTable,
  facts: readonly ColumnFacts[],
  rows: number,
): Promise<ColumnLinks | undefined> {
  const columns = candidates(facts);
  if (columns.length < 2) return undefined;
  const pairs = columns.flatMap((_, a) => columns.slice(a + 1).map((_, b) => [a, a + 1 + b] as const));
  const names = columns.map(({ name }, i) => `${quoteIdentifier(name)} AS c${i}`).join(", ");
  const take = Math.max(1, Math.floor(rows / table.every / ROWS));
  const few = take === 1 ? "" : ` WHERE cityHash64(rowNumberInAllBlocks()) % ${take} = 0`;
  const found = await table.attempt("Links between columns", () =>
    table.select<Record<string, number | null>>(
      `SELECT ${pairs.map(([a, b]) => `cramersVBiasCorrected(c${a}, c${b}) AS v${a}_${b}`).join(", ")}
        FROM (SELECT ${names} ${table.sample}${few})`,
    ),
  );
  const [row] = found ?? [];
  if (row === undefined) return undefined;
  const v = columns.map((_, a) =>
    columns.map((_, b) => {
      if (a === b) return 1;
      const value = row[`v${Math.min(a, b)}_${Math.max(a, b)}`];
      return typeof value === "number" ? value : undefined;
    }),
  );
  return { columns: columns.map(({ name }) => name), v, rows: Math.floor(rows / table.every / take) };
}

/** Columns of some values, none of which has nearly all rows; those that vary most, in the table's order. */
function candidates(facts: readonly ColumnFacts[]): ColumnFacts[] {
  const names = new Set(facts.map(({ name }) => name));
  return facts
    .filter(({ name, shape, summary, frequencies }) => {
      const distinct = frequencies?.distinct ?? 0;
      const [commonest] = frequencies?.top ?? [];
      if (shape === "list" || shape === "time" || summary === undefined || commonest === undefined)
        return false;
      // The number of a label says what the label says.
      if (names.has(name.replace(/_id$/, "")) && /_id$/.test(name)) return false;
      return (
        distinct >= 2 &&
        distinct <= MOST_VALUES &&
        commonest[1] < 0.97 * frequencies!.total &&
        summary.nulls < 0.9 * summary.rows
      );
    })
    .map((column, i) => ({
      column,
      i,
      varies: 1 - column.frequencies!.top[0]![1] / column.frequencies!.total,
    }))
    .sort((a, b) => b.varies - a.varies)
    .slice(0, MOST_COLUMNS)
    .sort((a, b) => a.i - b.i)
    .map(({ column }) => column);
}
