import { randomUUID } from "node:crypto";
import { type Holder, holders, isSilent } from "../../ledger/holder";
import type { Ledger } from "../../ledger/ledger";
import type { Clock } from "./clock";
import type { Owner } from "./owner";

const ASK_EVERY_MILLISECONDS = 500;

/** Asks the owner of a claim or lease, through the ledger, to stop after its batch; it learns of it with its next beat. */
export async function requestStop(ledger: Ledger, claim: Holder["claim"]): Promise<void> {
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
    const now = holders(await ledger.newestRuns()).find((held) => held.claim.epoch === claim.epoch);
    if (now === undefined) return true;
    const silent = isSilent(now, await serverNow());
    if (silent || owner.isProvablyGone(claim)) return false;
  }
}
