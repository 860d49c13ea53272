import { quoteIdentifier } from "../../model/quoting";
import type { ReportTable } from "../report-table";
import type { ColumnValues } from "./column-values";

/** What one scan says of a column; of the sample where there is one. */
export interface ColumnSummary {
  /** Rows that were looked at, those with NULL among them. */
  readonly rows: number;
  readonly nulls: number;
  /** Different values, or elements of a list: exact up to some thousands, then by an estimate. */
  readonly distinct: number | undefined;
  readonly measure: MeasureSummary | undefined;
}

/** Of the measure of `ColumnValues`, without NULL. */
export interface MeasureSummary {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Of how many rows it is 0 or less. */
  readonly notPositive: number;
  /** The 5th, 25th, 50th, 75th and 95th percentile, by a sample. */
  readonly percentiles: readonly number[];
}

/** Columns of one scan. */
const GROUP = 10;

/** The columns' summaries, in their order; one scan serves several. */
export async function summarizeColumns(
  table: ReportTable,
  columns: readonly ColumnValues[],
): Promise<(ColumnSummary | undefined)[]> {
  const summaries: (ColumnSummary | undefined)[] = [];
  for (let first = 0; first < columns.length; first += GROUP)
    summaries.push(...(await summarizeGroup(table, columns.slice(first, first + GROUP))));
  return summaries;
}

/** In one scan; where that is refused, each column alone, as it may be one of them that can't be read. */
async function summarizeGroup(
  table: ReportTable,
  group: readonly ColumnValues[],
): Promise<(ColumnSummary | undefined)[]> {
  const what = group.length === 1 ? `Values of ${group[0]!.name}` : undefined;
  const answer = await table.attempt(what, () =>
    table.select<Record<string, number | string | null | readonly (number | null)[]>>(
      `SELECT count() AS n, ${group.flatMap(aggregates).join(", ")} ${table.sample}`,
    ),
  );
  if (answer !== undefined) return group.map((column, i) => read(answer[0]!, column, i));
  if (group.length === 1) return [undefined];
  const alone: (ColumnSummary | undefined)[] = [];
  for (const column of group) alone.push(...(await summarizeGroup(table, [column])));
  return alone;
}

function aggregates({ measure, counted, shape, name }: ColumnValues, i: number): string[] {
  const of = counted && (shape === "list" ? `uniqCombined64Array(${counted})` : `uniqCombined64(${counted})`);
  return [
    shape === "other" || shape === "list"
      ? `0 AS z${i}`
      : `countIf(isNull(${quoteIdentifier(name)})) AS z${i}`,
    ...(of === undefined ? [] : [`${of} AS u${i}`]),
    ...(measure === undefined
      ? []
      : [
          `min(${measure}) AS l${i}`,
          `max(${measure}) AS h${i}`,
          `avg(${measure}) AS a${i}`,
          `countIf(${measure} <= 0) AS p${i}`,
          `quantiles(0.05, 0.25, 0.5, 0.75, 0.95)(${measure}) AS q${i}`,
        ]),
  ];
}

function read(row: Record<string, unknown>, { measure }: ColumnValues, i: number): ColumnSummary {
  const [rows, nulls] = [Number(row.n), Number(row[`z${i}`])];
  const distinct = row[`u${i}`];
  const known = measure !== undefined && row[`l${i}`] !== null && rows > nulls;
  return {
    rows,
    nulls,
    distinct: distinct === undefined ? undefined : Number(distinct),
    measure: known
      ? {
          min: Number(row[`l${i}`]),
          max: Number(row[`h${i}`]),
          mean: Number(row[`a${i}`]),
          notPositive: Number(row[`p${i}`]),
          percentiles: (row[`q${i}`] as (number | null)[]).map(Number),
        }
      : undefined,
  };
}
