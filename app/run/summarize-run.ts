import type { Decision } from "../plan/decide";
import { tableSizes } from "../table/table-state";
import type { RunOptions } from "./run-faker";
import type { RunSummary } from "./run-event";

export async function summarize(
  { client, ledger, table }: RunOptions,
  decision: Decision & { readonly runId?: string },
  outcome: RunSummary["outcome"],
  message: string | undefined,
  session: { readonly rows: number; readonly batches: number; readonly seconds: number },
): Promise<RunSummary> {
  const runId = decision.runId ?? (decision.kind === "new" ? "" : decision.run.runId);
  const steps = (await ledger.steps(runId)).filter((step) => step.state === "written");
  const sizes = await tableSizes(client, table.name);
  const { seed, firstRow, targetRows } = decision.settings;
  return {
    table: table.name.table,
    runId,
    outcome,
    message,
    seed,
    firstRow,
    targetRows,
    rowsInserted: steps.reduce((sum, step) => sum + step.rows, 0),
    rowsWritten: session.rows,
    batchesCompleted: steps.reduce((sum, step) => sum + step.batches, 0),
    batchesWritten: session.batches,
    elapsedSeconds: session.seconds,
    averageRate: session.seconds > 0 ? session.rows / session.seconds : 0,
    tableRows: sizes.rows,
    uncompressedBytes: sizes.uncompressedBytes,
    diskBytes: sizes.diskBytes,
  };
}
