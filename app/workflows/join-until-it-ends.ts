import { claimsOf, holders } from "../ledger/holder";
import type { Request } from "../request/request";
import type { RunSummary } from "../run/run-event";
import { systemClock } from "../run/claim/clock";
import { thisOwner } from "../run/claim/this-owner";
import { livingHolders } from "../run/share-run";
import type { OpenTable, RunCall } from "./open-table";

/** Milliseconds between two looks at those who write. */
const LOOK_EVERY = 2_000;

/** Writes parts of a run beside others, and in the end what they leave behind, until all have released it. */
export async function joinUntilItEnds(
  open: OpenTable,
  request: Request,
  call: RunCall,
): Promise<RunSummary | undefined> {
  const { client, ledger } = open;
  const self = thisOwner("workflow", call.ownerId);
  for (;;) {
    const summary = await open.run({ kind: "join", request }, call);
    if (summary?.outcome !== "complete") return summary;
    for (;;) {
      const rows = await ledger.newestRuns();
      const held = holders(rows);
      if (held.length === 0) return summary;
      const { epoch, owner } = claimsOf(rows).at(-1)!;
      if ((await ledger.standing(epoch, owner)).stopAsked) return undefined;
      if ((await livingHolders({ client, owner: self }, held)).length === 0) break;
      await systemClock.pause(LOOK_EVERY, call.stop);
      if (call.stop.aborted) return undefined;
    }
  }
}
