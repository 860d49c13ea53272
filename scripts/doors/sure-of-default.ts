import { Refusal } from "../../app/errors";
import { runRecords } from "../../app/ledger/run-records";
import { decide } from "../../app/plan/decide";
import type { Request } from "../../app/request/request";
import type { Clock } from "../../app/run/claim/clock";
import { childRequest } from "../../app/run/session/child-request";
import type { TableAccess } from "../../app/run/session/server-session";
import { sizedRequest } from "../../app/run/session/sized-request";
import { expectedSize } from "../../app/table/expected-size";
import { countdown } from "../terminal/countdown";
import { formatCount, formatSize } from "../../app/request/format";
import type { Output } from "../terminal/output";

/** Seconds in which a run without a given size can be called off. */
const SECOND_THOUGHT = 5;

/**
 * Before a run of the default size that has no rows yet: npm keeps some mistyped flags for itself (`npm start
 * -c`), and the command then seems to have no flags. On a terminal it can be called off.
 * @param yes whether the user agreed, which only counts where there is no terminal
 * @returns false where the signal aborted meanwhile
 * @throws Refusal `size-missing` where there is no terminal and nobody agreed
 */
export async function sureOfDefault(
  asked: Request,
  yes: boolean,
  access: Pick<TableAccess, "client" | "ledger" | "table" | "others">,
  output: Output,
  clock: Pick<Clock, "pause">,
  signal: AbortSignal,
): Promise<boolean> {
  if (asked.target.source === "given" || (yes && output.isTTY !== true)) return true;
  const { client, ledger, table, others } = access;
  const request = await childRequest(sizedRequest(asked, table), table.domain, others);
  if (request.target.source === "given") return true;
  const { rows } = request.target;
  const decision = decide(request, runRecords(await ledger.newestRuns(), await ledger.spans()), "");
  const begins =
    decision.kind === "new" ||
    (decision.kind === "continue" && decision.run.rowsRecorded === 0 && decision.run.targetRows === rows);
  if (!begins) return true;
  const size = formatSize(await expectedSize(client, table, rows));
  const message = `No size was given: this begins a run of ${formatCount(rows)} rows (${size}) into ${table.name.table}`;
  if (output.isTTY !== true)
    throw new Refusal("size-missing", `${message}; give --rows, or --yes if that is what you mean`, { rows });
  output.write(`${message}.\n`);
  return countdown(SECOND_THOUGHT, output, clock, signal);
}
