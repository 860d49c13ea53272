import type { Ledger } from "../../app/ledger/ledger";
import { runRecords } from "../../app/ledger/run-records";
import { decide } from "../../app/plan/decide";
import { BYTES_PER_ROW } from "../../app/request/byte-size";
import type { Request } from "../../app/request/request";
import type { Clock } from "../../app/run/claim/clock";
import { countdown } from "../terminal/countdown";
import { formatBytes, formatCount } from "../terminal/format";
import type { Output } from "../terminal/output";

/** Seconds in which a run without a given size can be called off. */
const SECOND_THOUGHT = 5;

/**
 * Before a new run of the default size, on a terminal: npm keeps some mistyped flags for itself (`npm start
 * -c`), and the command then seems to have no flags.
 * @returns false where the signal aborted meanwhile
 */
export async function sureOfDefault(
  request: Request,
  ledger: Ledger,
  table: string,
  output: Output,
  clock: Pick<Clock, "pause">,
  signal: AbortSignal,
): Promise<boolean> {
  if (request.target.source === "given" || output.isTTY !== true) return true;
  const { kind } = decide(request, runRecords(await ledger.newestRuns(), await ledger.spans()), "");
  if (kind !== "new") return true;
  const { rows } = request.target;
  output.write(
    `No size was given: this begins a run of ${formatCount(rows)} rows (about ${formatBytes(rows * BYTES_PER_ROW)}) into ${table}.\n`,
  );
  return countdown(SECOND_THOUGHT, output, clock, signal);
}
