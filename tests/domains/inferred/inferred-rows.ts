import { restoreDomain } from "../../../app/domains/domains";
import { inferSpec } from "../../../app/domains/inferred/infer-spec";
import { coverColumns } from "../../../app/rows/column-coverage";
import { createRowGenerator } from "../../../app/rows/row-generator";
import { JsonEncoder } from "../../../app/writer/olap/json-encoder";
import { facts } from "./facts";
import { TABLES } from "./tables";

/** As many as are made. */
export const ROWS = 500;
export type Row = Readonly<Record<string, unknown>>;

/** Rows of a table of the list, or of one of such columns. */
export function rowsOf(table: string, columns?: string, orderBy = "id", first = 1): Row[] {
  const known = columns ? facts(table, columns, [orderBy]) : TABLES.find(({ name }) => name === table)!;
  const domain = restoreDomain(inferSpec(known));
  const { bytes } = new JsonEncoder(coverColumns(known.model, domain).filled).encode(
    createRowGenerator("42", known.model, domain).generate(first, ROWS),
  );
  const lines = Buffer.from(bytes).toString().trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line) as Row);
}
