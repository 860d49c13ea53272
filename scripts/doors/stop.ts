import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { SILENT_MILLISECONDS } from "../../app/ledger/summarize";
import { unreleased } from "../../app/run/claim/ownership";
import { thisOwner } from "../../app/run/claim/this-owner";
import { serverNow } from "../../app/server/server-facts";
import type { Commands } from "../cli/commands";
import { printLine } from "./print-line";
import { findLedger } from "./server";
import { withServer } from "./with-server";

/** Asks the run that is under way to stop, through the ledger, and waits until it has. */
export const stop: Commands["stop"] = ({ place }) =>
  withServer(place, async (server) => {
    const ledger = await findLedger(server);
    const holder = ledger && unreleased(await ledger.runs());
    const owner = thisOwner("terminal");
    if (!ledger || !holder || owner.isProvablyGone(holder.claim.host, holder.claim.process)) {
      printLine("No run is under way.");
      return 0;
    }
    const { at: _at, target_table: _table, ...claim } = holder.claim;
    await ledger.addRun({ ...claim, kind: "stop", owner: randomUUID(), revision: 1 });
    printLine(`Asked process ${claim.pid} on ${claim.host} to stop after its batch; waiting...`);
    for (;;) {
      await pause(500);
      const now = unreleased(await ledger.runs());
      if (now?.claim.epoch !== claim.epoch) break;
      const silent = (await serverNow(server.client)) - (now.beat ?? now.claim).at > SILENT_MILLISECONDS;
      if (silent || owner.isProvablyGone(claim.host, claim.process)) {
        printLine("Its process ended without recording that it did; run the same command again to go on.");
        return 0;
      }
    }
    printLine("It has stopped.");
    return 0;
  });
