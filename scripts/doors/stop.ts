import { unreleased } from "../../app/ledger/holder";
import { awaitRelease, requestStop } from "../../app/run/claim/stop-request";
import { thisHost } from "../../app/run/session/host";
import { serverNow } from "../../app/server/server-facts";
import type { Commands } from "../cli/commands";
import { printLine } from "./print-line";
import { tableLedgers } from "./table-ledgers";
import { withServer } from "./with-server";

/** Asks the runs that are under way to stop, through the ledger, and waits until they have. */
export const stop: Commands["stop"] = ({ table, place }) =>
  withServer(place, async (server) => {
    const { owner, clock } = thisHost("terminal");
    const asked = [];
    for (const ledger of await tableLedgers(server, table)) {
      const holder = unreleased(await ledger.newestRuns());
      if (holder === undefined || owner.isProvablyGone(holder.claim)) continue;
      await requestStop(ledger, holder);
      const { pid, host } = holder.claim;
      printLine(
        `${ledger.target.table}: asked process ${pid} on ${host} to stop after its batch; waiting...`,
      );
      asked.push({ ledger, holder });
    }
    if (asked.length === 0) printLine("No run is under way.");
    for (const { ledger, holder } of asked) {
      const released = await awaitRelease(ledger, holder, owner, clock, () => serverNow(server.client));
      printLine(
        released
          ? `${ledger.target.table}: it has stopped.`
          : `${ledger.target.table}: its process ended without recording that it did; run the same command again to go on.`,
      );
    }
    return 0;
  });
