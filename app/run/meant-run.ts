import type { RunRow } from "../ledger/run-row";
import { runRecords } from "../ledger/run-records";
import { rangeOf } from "../ledger/step-row";
import { suitBatches } from "../plan/batch-rows";
import { type Decision, decide, refuseMovedStreams } from "../plan/decide";
import type { Request } from "../request/request";
import { streamVersions } from "../rows/stream-versions";
import { survey } from "../table/survey";
import { misplacedRows } from "./check/misplaced-rows";
import { refuseOtherShards } from "./check/other-shards";
import { refuseShardingKey, refuseTable } from "./check/refusals";
import { refuseReferencesBeyond } from "./check/references-beyond";
import { refuseRowsBeyond } from "./check/rows-beyond";
import { withoutColumns } from "./check/skipped-columns";
import { decidedTable } from "./session/meant-table";
import type { RunOptions } from "./session/run-options";
import { summarizeRun } from "./summarize-run";

type Met = Extract<Decision, { readonly kind: "met" }>;

/**
 * What a request means as the ledger is, and the table as the rows of that are made.
 * @param rows the ledger's
 * @param only a run's id: of this run alone; default: of any
 * @throws Refusal where the table or the ledger does not allow it
 */
export async function meantRun(
  asked: RunOptions,
  request: Request,
  rows: readonly RunRow[],
  only?: string,
): Promise<{ readonly options: RunOptions; readonly decision: Decision }> {
  const { ledger, others } = asked;
  const [steps, specs] = await Promise.all([ledger.spans(), ledger.specs()]);
  const all = runRecords(rows, steps);
  refuseOtherShards(asked.table, all);
  const runs = all.filter(({ runId }) => only === undefined || runId === only);
  const decision = decide(suitBatches(request, asked.table.partitionKey), runs, asked.randomSeed());
  const meant = await decidedTable(asked.table, asked.given, decision, runs, specs, others);
  refuseTable(meant);
  const table = withoutColumns(meant, request.skipColumns);
  refuseShardingKey(table);
  if (decision.kind !== "new") refuseMovedStreams(decision.run, streamVersions(table.model, table.domain));
  // In this order, so that what exceeds 2^53 is not rounded down to it.
  refuseRowsBeyond(table, decision.settings.firstRow - 1 + decision.settings.targetRows);
  refuseReferencesBeyond(table);
  return { options: { ...asked, table }, decision };
}

/** Whether the table holds as many rows as each recorded step of the run should have, and each in its place. */
export async function isSound({ client, ledger, table }: RunOptions, { run }: Met): Promise<boolean> {
  const ranges = (await ledger.steps(run.runId)).map(rangeOf);
  const isWhole = (await survey(client, table, ranges)).length === 0;
  return isWhole && (await misplacedRows(table, ranges)).length === 0;
}

export async function tellMet(options: RunOptions, { run, settings, message }: Met): Promise<void> {
  const end = { rows: 0, batches: 0, seconds: 0, outcome: "nothing-to-do", message } as const;
  options.emit({ kind: "finished", summary: await summarizeRun(options, run.runId, settings, end) });
}
