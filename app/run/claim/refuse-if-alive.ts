import { Refusal } from "../../errors";
import { type Holder, holders, silence, SILENT_MILLISECONDS } from "../../ledger/holder";
import type { Ledger } from "../../ledger/ledger";
import type { Clock } from "./clock";

/** How long a silent holder is watched for a further beat, in milliseconds. */
export const WATCH = 3_000;

/** @throws Refusal `run-under-way` where the holder has beaten lately */
export async function refuseIfBeating(holder: Holder, serverNow: () => Promise<number>): Promise<void> {
  const age = silence(holder, await serverNow());
  if (age >= 0 && age <= SILENT_MILLISECONDS) throw underWay(holder);
}

/** @throws Refusal `run-under-way` where the holder beats, or has done so lately */
export async function refuseIfAlive(
  ledger: Ledger,
  holder: Holder,
  clock: Clock,
  serverNow: () => Promise<number>,
): Promise<void> {
  await refuseIfBeating(holder, serverNow);
  await clock.pause(WATCH);
  const { claim, beat } = holder;
  const later = holders(await ledger.newestRuns()).find((held) => held.claim.epoch === claim.epoch);
  if (later === undefined || (later.beat?.revision ?? 0) !== (beat?.revision ?? 0)) throw underWay(holder);
}

function underWay({ claim }: Holder): Refusal {
  return new Refusal(
    "run-under-way",
    `A run into ${claim.target_table} is under way: process ${claim.pid} on ${claim.host} (${claim.door}); wait for it, or ask it to stop`,
    { pid: claim.pid, host: claim.host },
  );
}
