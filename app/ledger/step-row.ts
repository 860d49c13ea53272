import type { Range } from "../plan/range";
import type { TableName } from "../server/table-name";
import { type Cells, RowFields } from "./row-fields";
import { LARGEST_EPOCH, stepRevision } from "./step-revision";

/** A row of the table of steps. */
export interface StepRow {
  readonly run_id: string;
  readonly first_row: number;
  /** `epoch * 2^24 + tick`; of rows with one run and first row the highest counts. */
  readonly revision: number;
  /** Milliseconds since 1970 by the server's clock. */
  readonly at: number;
  readonly rows: number;
  readonly batches: number;
  readonly state: "announced" | "written" | "dropped";
  /** Sum of the rows' checksums, mod 2^64. */
  readonly checksum: bigint;
  readonly seconds: number;
}

/** A row of the table of steps, as it is added. */
export type NewStepRow = Omit<StepRow, "at">;

/** A row of the table of steps, as it is inserted. @param target the table whose step it is */
export function stepRowCells(row: NewStepRow, { database, table }: TableName): object {
  return { ...row, target_database: database, target_table: table, checksum: String(row.checksum) };
}

/** The rows of a step. */
export function rangeOf({ first_row: first, rows }: Pick<StepRow, "first_row" | "rows">): Range {
  return { first, rows };
}

const KEY = ["target_database", "target_table", "run_id", "first_row"];

/**
 * @param table which the row was read from
 * @throws Refusal `ledger-corrupt`
 */
export function readStepRow(cells: Cells, table: TableName): StepRow {
  const fields = new RowFields(cells, table, KEY);
  const firstRow = fields.whole("first_row");
  return {
    run_id: fields.name("run_id"),
    first_row: firstRow,
    revision: fields.whole("revision", 0, stepRevision(LARGEST_EPOCH, 0)),
    at: fields.whole("at"),
    rows: fields.whole("rows", 1, Number.MAX_SAFE_INTEGER - firstRow + 1),
    batches: fields.whole("batches"),
    state: fields.oneOf("state", ["announced", "written", "dropped"]),
    checksum: fields.wide("checksum"),
    seconds: fields.amount("seconds"),
  };
}
