import { claimsOf, type Holder, holders, unreleased } from "../../app/ledger/holder";
import type { Ledger } from "../../app/ledger/ledger";
import { troubleOf } from "../../app/ledger/trouble";
import { awaitRelease, requestStop } from "../../app/run/claim/stop-request";
import { thisHost } from "../../app/run/session/host";
import { serverNow } from "../../app/server/server-facts";
import type { Commands } from "../cli/commands";
import { printLine } from "./print-line";
import { tableLedgers } from "./table-ledgers";
import { withServer } from "./with-server";

const ENDS = {
  stopped: "it has stopped.",
  failed: "it had ended with an error, and is not tried again; status says which.",
  vanished: "its process ended without recording that it did; run the same command again to go on.",
};

/** Asks the runs that are under way to stop, through the ledger, and waits until they have. */
export const stop: Commands["stop"] = ({ place }) =>
  withServer(place, async (server) => {
    const { owner, clock } = thisHost("terminal");
    const asked: [Ledger, Holder][] = [];
    for (const ledger of await tableLedgers(server)) {
      const rows = await ledger.newestRuns();
      const held = holders(rows).filter(({ claim }) => !owner.isProvablyGone(claim));
      if (held.length === 0) continue;
      // Who is between two leases just now learns of it with the next one.
      const newest = claimsOf(rows).at(-1)!;
      for (const claim of new Set([newest, ...held.map((holder) => holder.claim)]))
        await requestStop(ledger, claim);
      for (const holder of held) {
        const { pid, host } = holder.claim;
        const isTold = asked.some(
          ([told, { claim }]) => told === ledger && claim.pid === pid && claim.host === host,
        );
        if (isTold) continue;
        printLine(
          `${ledger.target.table}: asked process ${pid} on ${host} to stop after its batch; waiting...`,
        );
        asked.push([ledger, holder]);
      }
    }
    if (asked.length === 0) printLine("No run is under way.");
    const end = async (ledger: Ledger, holder: Holder): Promise<keyof typeof ENDS> => {
      const released = await awaitRelease(ledger, holder, owner, clock, () => serverNow(server.client));
      const now = unreleased(await ledger.newestRuns());
      if (now !== undefined && isNextAttempt(now, holder)) {
        await requestStop(ledger, now.claim);
        return end(ledger, now);
      }
      if (released) return "stopped";
      return troubleOf(now?.beat) === undefined ? "vanished" : "failed";
    };
    for (const [ledger, holder] of asked)
      printLine(`${ledger.target.table}: ${ENDS[await end(ledger, holder)]}`);
    return 0;
  });

/** A workflow may have begun its next attempt before it could see the request. */
function isNextAttempt({ claim: now }: Holder, { claim: before }: Holder): boolean {
  const workflow = ({ owner }: { owner: string }) => owner.replace(/\/\d+$/, "");
  return now.epoch !== before.epoch && workflow(now) === workflow(before);
}
