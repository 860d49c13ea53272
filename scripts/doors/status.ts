import { runStatuses } from "../../app/ledger/run-statuses";
import { systemClock } from "../../app/run/claim/clock";
import { serverNow } from "../../app/server/server-facts";
import type { Commands } from "../cli/commands";
import { readerLeft } from "../terminal/guard-streams";
import { renderStatus, statusJson } from "../terminal/status-view";
import { listenForStop } from "../terminal/stop-signals";
import { styleFor } from "../terminal/style";
import { watch } from "../terminal/watch";
import { printAnswer } from "./print-answer";
import { findLedger } from "./server";
import { withServer } from "./with-server";

/** Prints what the ledger says about the runs, once or repeatedly. */
export const status: Commands["status"] = ({ json, watch: again, place }) =>
  withServer(place, async (server) => {
    const style = styleFor(process.stdout, process.env);
    const render = async () => {
      const ledger = await findLedger(server);
      const runs =
        ledger === undefined
          ? []
          : runStatuses(await ledger.newestRuns(), await ledger.spans(), await serverNow(server.client));
      return json ? statusJson(runs) : renderStatus(runs, style, process.stdout.columns ?? 80);
    };
    if (!again) return printAnswer(await render());
    const signals = listenForStop((code) => process.exit(code));
    const unread = new AbortController();
    process.stdout.on("error", (reason) => unread.abort(reason));
    await watch(render, process.stdout, 1, systemClock, AbortSignal.any([signals.signal, unread.signal]));
    signals.dispose();
    return unread.signal.aborted && !readerLeft(unread.signal.reason as Error) ? 1 : 0;
  });
