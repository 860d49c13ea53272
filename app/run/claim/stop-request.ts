import { randomUUID } from "node:crypto";
import { type Holder, silence, SILENT_MILLISECONDS, unreleased } from "../../ledger/holder";
import type { Ledger } from "../../ledger/ledger";
import type { Clock } from "./clock";
import type { Owner } from "./owner";

const ASK_EVERY_MILLISECONDS = 500;

/** Asks the holder of a claim, through the ledger, to stop after its batch; it learns of it with its next beat. */
export async function requestStop(ledger: Ledger, { claim }: Holder): Promise<void> {
  const { epoch, host, process, pid, door } = claim;
  await ledger.addRun({ kind: "stop", epoch, owner: randomUUID(), revision: 1, host, process, pid, door });
}

/**
 * Waits until a claim has ended.
 * @param serverNow milliseconds since 1970 by the server's clock
 * @returns whether its holder released it, or another one followed; false: its process ended without
 */
export async function awaitRelease(
  ledger: Ledger,
  { claim }: Holder,
  owner: Owner,
  clock: Clock,
  serverNow: () => Promise<number>,
): Promise<boolean> {
  for (;;) {
    await clock.pause(ASK_EVERY_MILLISECONDS);
    const now = unreleased(await ledger.newestRuns());
    if (now === undefined || now.claim.epoch !== claim.epoch) return true;
    const silent = silence(now, await serverNow()) > SILENT_MILLISECONDS;
    if (silent || owner.isProvablyGone(claim)) return false;
  }
}
