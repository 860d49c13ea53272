import type { Model } from "../../model/column";
import { quoteIdentifier } from "../../model/quoting";
import { quoteTable } from "../../server/table-name";
import type { ReportTable } from "../report-table";

/** Some rows as texts, cut where they are long; `null` for NULL. */
export type SampleRows = readonly (readonly (string | null)[])[];

const ROWS = 5;
const MOST_CHARACTERS = 160;

/** Rows from all over the table. @param scatter whether the table's parts can be asked for single rows */
export async function askSampleRows(
  table: ReportTable,
  model: Model,
  rows: number,
  scatter: boolean,
): Promise<SampleRows | undefined> {
  if (rows === 0 || model.length === 0) return [];
  const cells = model.map(
    ({ name }, i) =>
      `toValidUTF8(substringUTF8(toString(${quoteIdentifier(name)}), 1, ${MOST_CHARACTERS + 1})) AS c${i}`,
  );
  const from =
    scatter && rows > 1_000 ? table.scattered(Math.floor(rows / 200)) : `FROM ${quoteTable(table.name)}`;
  const found = await table.attempt("Some of the rows", () =>
    table.select<Record<string, string | null>>(`SELECT ${cells.join(", ")} ${from} LIMIT 200`),
  );
  if (found === undefined) return undefined;
  const apart = Math.max(1, Math.floor(found.length / ROWS));
  return found
    .filter((_, i) => i % apart === 0)
    .slice(0, ROWS)
    .map((row) => model.map((_, i) => shortened(row[`c${i}`] ?? null)));
}

function shortened(text: string | null): string | null {
  if (text === null) return null;
  const characters = [...text];
  return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join("")}…` : text;
}
