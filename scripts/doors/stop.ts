import { unreleased } from "../../app/ledger/holder";
import { awaitRelease, requestStop } from "../../app/run/claim/stop-request";
import { thisHost } from "../../app/run/session/host";
import { serverNow } from "../../app/server/server-facts";
import type { Commands } from "../cli/commands";
import { printLine } from "./print-line";
import { findLedger } from "./server";
import { withServer } from "./with-server";

/** Asks the run that is under way to stop, through the ledger, and waits until it has. */
export const stop: Commands["stop"] = ({ place }) =>
  withServer(place, async (server) => {
    const ledger = await findLedger(server);
    const holder = ledger && unreleased(await ledger.newestRuns());
    const { owner, clock } = thisHost("terminal");
    if (!ledger || !holder || owner.isProvablyGone(holder.claim)) {
      printLine("No run is under way.");
      return 0;
    }
    await requestStop(ledger, holder);
    const { pid, host } = holder.claim;
    printLine(`Asked process ${pid} on ${host} to stop after its batch; waiting...`);
    const released = await awaitRelease(ledger, holder, owner, clock, () => serverNow(server.client));
    printLine(
      released
        ? "It has stopped."
        : "Its process ended without recording that it did; run the same command again to go on.",
    );
    return 0;
  });
