import { Refusal } from "../errors";
import type { ClaimRow } from "../ledger/run-row";
import type { Request } from "../request/request";
import { grouped } from "../request/whole-number";
import { sizedRequest } from "../run/session/sized-request";
import type { Activity } from "./activity";
import type { FakerSettings } from "./faker-settings";
import type { OpenTable } from "./open-table";
import { endWork, startWork } from "./work-executions";
import { workInput } from "./work-images";

/**
 * Brings those who write a shared run that is under way to a number.
 * @returns `undefined` where there is no such run
 * @throws Refusal `run-under-way` where something else is asked of it
 */
export async function changeWorkers(
  open: OpenTable,
  { table: { name }, workflows }: FakerSettings,
  request: Request,
  workers: number,
  activity: Activity,
): Promise<object | undefined> {
  const claim = await open.sharedClaim();
  if (claim === undefined) return undefined;
  if (!isMeant(claim, sizedRequest(request, open.table))) {
    throw new Refusal(
      "run-under-way",
      `${claim.target_table} is being filled with ${grouped(claim.target_rows)} rows by several: {"workers": ${workers}} alone changes how many they are; for anything else wait for the end, or stop it`,
      { pid: claim.pid, host: claim.host },
    );
  }
  const work = { workflow: workflows.work, runId: claim.run_id, input: workInput(request) };
  const started = await startWork(activity, work, workers);
  const ended = await endWork(activity, work, workers);
  const message = `now written by ${workers}: ${started} started, ${ended} asked to end`;
  console.info(`${name}: ${message}`);
  return { table: name, outcome: "workers-changed", message, workers, started, ended };
}

/** Whether a request says nothing else of a run than its claim does. */
function isMeant(claim: ClaimRow, { target, seed, startImageId, reset }: Request): boolean {
  return (
    !reset &&
    (target.source === "default" || target.rows === claim.target_rows) &&
    (seed === undefined || seed === claim.seed) &&
    (startImageId === undefined || startImageId === claim.first_row)
  );
}
