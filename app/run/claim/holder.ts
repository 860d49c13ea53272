import { Refusal } from "../../errors";
import type { Ledger, RunRow } from "../../ledger/ledger";
import { SILENT_MILLISECONDS } from "../../ledger/summarize";
import type { Clock } from "./clock";

/** How long a silent holder is watched for a further beat, in milliseconds. */
const WATCH = 3_000;

/** A claim that was not released, and the last that was heard of it. */
export interface Holder {
  readonly claim: RunRow;
  readonly beat: RunRow | undefined;
}

/** The claim that counts under an epoch: the earliest, then the lowest owner. */
export function winnerAmong(rows: readonly RunRow[], epoch: number): RunRow | undefined {
  return rows
    .filter((row) => row.kind === "claim" && row.epoch === epoch)
    .sort((a, b) => a.at - b.at || (a.owner < b.owner ? -1 : 1))[0];
}

/** The newest claim, where it was not released. */
export function unreleased(rows: readonly RunRow[]): Holder | undefined {
  const epoch = rows.reduce((max, row) => (row.kind === "claim" ? Math.max(max, row.epoch) : max), 0);
  const claim = winnerAmong(rows, epoch);
  if (claim === undefined) return undefined;
  const beat = rows.find((row) => row.kind === "beat" && row.epoch === epoch && row.owner === claim.owner);
  return beat?.state === "released" ? undefined : { claim, beat };
}

/** @throws Refusal `run-under-way` where the holder beats, or has done so lately */
export async function refuseIfAlive(
  ledger: Ledger,
  holder: Holder,
  clock: Clock,
  serverNow: () => Promise<number>,
): Promise<void> {
  const { claim, beat } = holder;
  const refusal = () =>
    new Refusal(
      "run-under-way",
      `A run into ${claim.target_table} is under way: process ${claim.pid} on ${claim.host} (${claim.door}); wait for it, or stop it with "npm start -- stop"`,
      { pid: claim.pid, host: claim.host },
    );
  const age = (await serverNow()) - (beat ?? claim).at;
  if (age >= 0 && age <= SILENT_MILLISECONDS) throw refusal();
  await clock.pause(WATCH);
  const later = unreleased(await ledger.runs());
  if (later?.claim.epoch !== claim.epoch || (later.beat?.revision ?? 0) !== (beat?.revision ?? 0))
    throw refusal();
}
