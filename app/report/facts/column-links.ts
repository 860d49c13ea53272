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

/** Of each shape so many at first: links between labels are what people ask for. */
const QUOTAS = { text: 6, choice: 5, number: 7 } as const;

/** Columns of some values, none of which has nearly all rows, in the table's order: of each shape those that vary most. */
function candidates(facts: readonly ColumnFacts[]): ColumnFacts[] {
  const names = new Set(facts.map(({ name }) => name));
  const chosen = Object.entries(QUOTAS).flatMap(([shape, quota]) =>
    facts
      // The number of a label says what the label says.
      .filter(
        (column) =>
          column.shape === shape &&
          varies(column) > 0.03 &&
          !(column.name.endsWith("_id") && names.has(column.name.slice(0, -3))),
      )
      .sort((a, b) => varies(b) - varies(a))
      .slice(0, quota),
  );
  return facts.filter((column) => chosen.includes(column));
}

/** The share of values that are not the commonest one; 0 where there are too many, or too few rows have any. */
function varies({ summary, frequencies }: ColumnFacts): number {
  const [commonest] = frequencies?.top ?? [];
  if (summary === undefined || frequencies === undefined || commonest === undefined) return 0;
  if (frequencies.distinct > MOST_VALUES || summary.nulls > 0.9 * summary.rows) return 0;
  return 1 - commonest[1] / frequencies.total;
}
