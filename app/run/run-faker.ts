import { grouped } from "../request/whole-number";
import type { Request } from "../request/request";
import { serverFailure } from "../server/server-failure";
import { refuseTable, refuseTaken } from "./check/refusals";
import { holders } from "../ledger/holder";
import { refuseIfBeating } from "./claim/refuse-if-alive";
import { serverNow } from "../server/server-facts";
import type { Intent } from "./intent";
import { joinRuns } from "./join-runs";
import { isSound, meantRun, tellMet } from "./meant-run";
import { repairRuns } from "./repair-runs";
import { resetTable } from "./reset-table";
import { childRequest } from "./session/child-request";
import { sizedRequest } from "./session/sized-request";
import { withoutColumns } from "./check/skipped-columns";
import type { RunOptions } from "./session/run-options";
import { withTools } from "./pass/run-tools";
import { leadRun } from "./share-run";
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
    if (intent.kind === "join") return await joinRuns(options, intent.request);
    if (intent.kind === "reset") await reset(options);
    await fill(options, intent.request);
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

async function fill(asked: RunOptions, plain: Request): Promise<void> {
  const { client, ledger, owner, table, others } = asked;
  const request = await childRequest(sizedRequest(plain, table), table.domain, others);
  const rows = await ledger.newestRuns();
  const held = holders(rows);
  // Before anything that takes long beside a run. The claim looks again.
  for (const holder of held)
    if (!owner.isProvablyGone(holder.claim)) await refuseIfBeating(holder, () => serverNow(client));
  const { options, decision } = await meantRun(asked, request, rows);
  if (decision.kind === "met" && held.length === 0 && (await isSound(options, decision)))
    return tellMet(options, decision);
  await withTools(options, decision, request, async (tools) => {
    if (decision.kind !== "met") await refuseTaken(options, decision, tools.measuring.bytesARow);
    const write = request.share ? leadRun : writeRun;
    await inSession(options, decision, (runId) => write(options, decision, runId, tools));
  });
}
