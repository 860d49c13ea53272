import { isGoingOn } from "../../app/ledger/run-activity";
import type { RunStatus } from "../../app/ledger/run-status";
import { systemClock } from "../../app/run/claim/clock";
import { thisOwner } from "../../app/run/claim/this-owner";
import { runStatuses } from "../../app/ledger/run-statuses";
import { serverNow } from "../../app/server/server-facts";
import type { Commands } from "../cli/commands";
import { readerLeft } from "../terminal/guard-streams";
import { renderStatus, statusJson } from "../terminal/status-view";
import { listenForStop } from "../terminal/stop-signals";
import { styleFor } from "../terminal/style";
import { type Picture, watch } from "../terminal/watch";
import { printAnswer } from "./print-answer";
import type { Server } from "./server";
import { tableLedgers } from "./table-ledgers";
import { tellOfBanner } from "./tell-of-banner";
import { withServer } from "./with-server";

/** Prints what the ledger says about the runs, once or until none goes on. */
export const status: Commands["status"] = ({ json, watch: again, place }) =>
  withServer(place, async (server) => {
    const style = styleFor(process.stdout, process.env);
    if (json) tellOfBanner("status");
    const render = (runs: readonly RunStatus[]) =>
      json ? statusJson(runs) : renderStatus(runs, style, process.stdout.columns ?? 80, server.name.database);
    if (!again) return printAnswer(render(await statusesOn(server)));
    const picture = async (): Promise<Picture> => {
      const runs = await statusesOn(server);
      const last = !runs.some(isGoingOn);
      const hint = last
        ? "No run is under way: nothing more to watch."
        : "Ctrl+C ends the watch; runs go on without it.";
      return { text: json ? render(runs) : `${render(runs)}\n\n${style.dim(hint)}`, last };
    };
    const signals = listenForStop((code) => process.exit(code));
    const unread = new AbortController();
    process.stdout.on("error", (reason) => unread.abort(reason));
    await watch(picture, process.stdout, 1, systemClock, AbortSignal.any([signals.signal, unread.signal]));
    signals.dispose();
    // What became of the last picture is told after it.
    await new Promise<void>((told) => process.stdout.write("", () => setImmediate(told)));
    return unread.signal.aborted && !readerLeft(unread.signal.reason as Error) ? 1 : 0;
  });

/** Those of all tables that are meant. */
async function statusesOn(server: Server): Promise<RunStatus[]> {
  const owner = thisOwner("terminal");
  const runs: RunStatus[] = [];
  for (const ledger of await tableLedgers(server)) {
    const rows = await ledger.newestRuns();
    const now = await serverNow(server.client);
    runs.push(...runStatuses(rows, await ledger.spans(), now, (claim) => owner.isProvablyGone(claim)));
  }
  return runs;
}
