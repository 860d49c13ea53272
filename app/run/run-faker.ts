import { Refusal } from "../errors";
import type { TargetTable } from "../table/target-table";
import { grouped } from "../request/whole-number";
import { rangeOf } from "../ledger/step-row";
import { runRecords } from "../ledger/run-records";
import { suitBatches } from "../plan/batch-rows";
import { decide, refuseMovedStreams } from "../plan/decide";
import type { Request } from "../request/request";
import { streamVersions } from "../rows/stream-versions";
import { serverFailure } from "../server/server-failure";
import { survey } from "../table/survey";
import { refuseReferencesBeyond } from "./check/references-beyond";
import { refuseRowsBeyond } from "./check/rows-beyond";
import { refuseTable, refuseTaken } from "./check/refusals";
import { unreleased } from "../ledger/holder";
import { refuseIfBeating } from "./claim/refuse-if-alive";
import { serverNow } from "../server/server-facts";
import type { Intent } from "./intent";
import { repairRuns } from "./repair-runs";
import { resetTable } from "./reset-table";
import { childRequest } from "./session/child-request";
import { decidedTable } from "./session/meant-table";
import { sizedRequest } from "./session/sized-request";
import { withoutColumns } from "./check/skipped-columns";
import type { RunOptions } from "./session/run-options";
import { summarizeRun } from "./summarize-run";
import { RunTools } from "./pass/run-tools";
import { joinRun, leadRun } from "./share-run";
import { inSession, writeRun } from "./write-run";

/**
 * Carries out one intent on one table, from the ledger's reading to the summary.
 * @throws Refusal, EnvironmentFailure
 */
export async function runFaker(options: RunOptions, intent: Intent): Promise<void> {
  try {
    refuseTable(options.table);
    if (intent.kind === "repair") return await repairRuns(options);
    withoutColumns(options.table, intent.request.skipColumns);
    if (intent.kind === "reset") await reset(options);
    await fill(options, intent.request, intent.kind === "join");
  } catch (error) {
    throw serverFailure(error);
  }
}

async function reset(options: RunOptions): Promise<void> {
  const { views, name } = options.table;
  if (views.length > 0)
    options.emit({
      kind: "warning",
      message: `--reset removes rows from ${name.table} alone; what the materialized views ${views.join(", ")} made of them stays, and the new rows are added to it: empty their targets, too`,
    });
  const removed = await resetTable(options);
  if (removed > 0)
    options.emit({ kind: "notice", message: `removed ${grouped(removed)} rows that earlier runs wrote` });
}

async function fill(asked: RunOptions, plain: Request, joins: boolean): Promise<void> {
  const { ledger, owner, others } = asked;
  const request = await childRequest(sizedRequest(plain, asked.table), asked.table.domain, others);
  const [rows, steps, specs] = await Promise.all([ledger.newestRuns(), ledger.spans(), ledger.specs()]);
  const holder = unreleased(rows);
  // Before anything that takes long beside a run. The claim looks again.
  if (!joins && holder !== undefined && !owner.isProvablyGone(holder.claim))
    await refuseIfBeating(holder, () => serverNow(asked.client));
  const runs = runRecords(rows, steps);
  const decision = decide(suitBatches(request, asked.table.partitionKey), runs, asked.randomSeed());
  if (joins && decision.kind === "new") throw nothingToJoin(asked.table);
  const meant = await decidedTable(asked.table, asked.given, decision, runs, specs, others);
  refuseTable(meant);
  const table = withoutColumns(meant, request.skipColumns);
  const options = { ...asked, table };
  if (decision.kind !== "new") refuseMovedStreams(decision.run, streamVersions(table.model, table.domain));
  // In this order, so that what exceeds 2^53 is not rounded down to it.
  refuseRowsBeyond(table, decision.settings.firstRow - 1 + decision.settings.targetRows);
  refuseReferencesBeyond(table);
  if (decision.kind === "met" && holder === undefined) {
    const { runId } = decision.run;
    const damaged = await survey(options.client, table, (await ledger.steps(runId)).map(rangeOf));
    if (damaged.length === 0) {
      const session = { rows: 0, batches: 0, seconds: 0 };
      const { settings, message } = decision;
      const summary = await summarizeRun(options, runId, settings, {
        ...session,
        outcome: "nothing-to-do",
        message,
      });
      return options.emit({ kind: "finished", summary });
    }
  }
  const tools = new RunTools(options, decision, request);
  try {
    if (!joins && decision.kind !== "met") await refuseTaken(options, decision, tools.measuring.bytesARow);
    const write = joins ? joinRun : request.share ? leadRun : writeRun;
    await inSession(options, decision, (runId) => write(options, decision, runId, tools));
  } finally {
    await tools.close();
  }
}

function nothingToJoin({ name }: TargetTable): Refusal {
  return new Refusal("no-run", `There is no run into ${name.table} to work on: start one with --share`, {
    table: name.table,
  });
}
