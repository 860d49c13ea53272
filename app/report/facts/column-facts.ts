import type { Model } from "../../model/column";
import type { ReportTable } from "../report-table";
import { type ColumnSummary, summarizeColumns } from "./column-summary";
import { columnValues, type ColumnValues } from "./column-values";
import { askDistribution, type Distribution } from "./distribution";
import { askFrequencies, type Frequencies } from "./frequencies";

/** What a report says of one column. */
export interface ColumnFacts extends ColumnValues {
  readonly summary: ColumnSummary | undefined;
  readonly distribution: Distribution | undefined;
  readonly frequencies: Frequencies | undefined;
}

/** Numbers and texts of up to so many values are shown as bars alone. */
export const FEW = 24;
/** Numbers of up to so many different values are counted one by one as well. */
const COUNTABLE = 1_024;

/** Texts of up to so many different values are labels. */
const MOST_LABELS = 300;

/** @param onColumn is told of each column that is done */
export async function askColumns(
  table: ReportTable,
  model: Model,
  onColumn: () => void,
): Promise<ColumnFacts[]> {
  const columns = model.filter(({ defaultKind }) => defaultKind !== "EPHEMERAL").map(columnValues);
  const summaries = await summarizeColumns(table, columns);
  const facts: ColumnFacts[] = [];
  for (const [i, column] of columns.entries()) {
    const summary = summaries[i];
    facts.push({ ...column, summary, ...(await spreadOf(table, column, summary)) });
    onColumn();
  }
  return facts;
}

async function spreadOf(
  table: ReportTable,
  column: ColumnValues,
  summary: ColumnSummary | undefined,
): Promise<Pick<ColumnFacts, "distribution" | "frequencies">> {
  const nothing = { distribution: undefined, frequencies: undefined };
  if (summary === undefined || summary.rows === summary.nulls) return nothing;
  const { measure, distinct = 0, rows, nulls } = summary;
  const few = distinct <= FEW;
  const numeric = column.shape === "number" || column.shape === "time";
  // Where nearly each row has a value of its own, the commonest say nothing, and are dear to find.
  const repeats = column.shape === "list" || distinct < 0.8 * (rows - nulls) || few;
  const frequencies = repeats && (few || !numeric || (column.whole && distinct <= COUNTABLE));
  // Of labels, the lengths say nothing.
  const label = column.shape === "text" && distinct <= MOST_LABELS;
  const distribution = measure !== undefined && !(numeric && few) && !label;
  return {
    distribution: distribution ? await askDistribution(table, column, measure, rows - nulls) : undefined,
    frequencies: frequencies ? await askFrequencies(table, column, few ? FEW : undefined) : undefined,
  };
}
