import type { Settings } from "../plan/decide";
import { tableSizes } from "../table/table-state";
import type { RunSummary } from "./run-event";
import type { RunOptions } from "./session/run-options";

/** What one session did for a run. */
export interface SessionEnd extends Pick<RunSummary, "outcome" | "message"> {
  /** Written by it. */
  readonly rows: number;
  readonly batches: number;
  readonly seconds: number;
}

/** A run as the ledger has it at the end of a session, and the table as it is then. */
export async function summarizeRun(
  { client, ledger, table }: Pick<RunOptions, "client" | "ledger" | "table">,
  runId: string,
  { seed, firstRow, targetRows }: Settings,
  { outcome, message, rows, batches, seconds }: SessionEnd,
): Promise<RunSummary> {
  const steps = (await ledger.spans(runId)).filter((step) => step.state === "written");
  const sizes = await tableSizes(client, table);
  return {
    table: table.name.table,
    runId,
    outcome,
    message,
    seed,
    firstRow,
    targetRows,
    rowsInserted: steps.reduce((sum, step) => sum + step.rows, 0),
    rowsWritten: rows,
    batchesCompleted: steps.reduce((sum, step) => sum + step.batches, 0),
    batchesWritten: batches,
    elapsedSeconds: seconds,
    averageRate: seconds > 0 ? rows / seconds : 0,
    tableRows: sizes.rows,
    uncompressedBytes: sizes.uncompressedBytes,
    diskBytes: sizes.diskBytes,
  };
}
