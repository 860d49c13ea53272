import { runRecords } from "../ledger/run-records";
import { refuseMovedStreams } from "../plan/decide";
import { WRITER_NAMES } from "../request/request-options";
import { streamVersions } from "../rows/stream-versions";
import { asFilledBefore } from "./check/skipped-columns";
import { missingRows } from "./check/missing-rows";
import { refuseOtherShards } from "./check/other-shards";
import { tableOfRun } from "./session/meant-table";
import type { RunOptions } from "./session/run-options";
import { withTools } from "./pass/run-tools";
import { inSession, writeRun } from "./write-run";

/**
 * Writes the rows missing from recorded steps, and nothing else, run by run, each under a claim.
 * @throws Refusal where another run is under way, or a run's rows could not be made again
 */
export async function repairRuns(options: RunOptions): Promise<void> {
  const { client, ledger, stop } = options;
  const specs = await ledger.specs();
  const runs = runRecords(await ledger.newestRuns(), await ledger.spans());
  refuseOtherShards(options.table, runs);
  for (const run of runs) {
    if (stop.aborted) return;
    const table = asFilledBefore(tableOfRun(options.table, run, specs), run);
    if ((await missingRows(client, table, await ledger.steps(run.runId))).length === 0) continue;
    refuseMovedStreams(run, streamVersions(table.model, table.domain));
    const { seed, firstRow, batchSize, checkpointInterval, rowsRecorded: targetRows } = run;
    const settings = { seed, firstRow, targetRows, batchSize, checkpointInterval };
    const decision = { kind: "repair", run, settings } as const;
    const { thread: _, ...own } = { ...options, table };
    const asked = { writer: WRITER_NAMES[0], threads: undefined };
    await withTools(own, decision, asked, (tools) =>
      inSession(own, decision, (runId) => writeRun(own, decision, runId, tools)),
    );
  }
}
