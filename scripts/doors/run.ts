import type { Worker } from "node:worker_threads";
import { thisHost } from "../../app/run/session/host";
import { intentOf } from "../../app/run/intent";
import type { RunEvent } from "../../app/run/run-event";
import { runFaker } from "../../app/run/run-faker";
import type { Commands } from "../cli/commands";
import { prepareTables } from "./prepare-tables";
import { readGivenSpec } from "./read-given-spec";
import { sureOfDefault } from "./sure-of-default";
import { withRunView } from "./with-run-view";
import { withServer } from "./with-server";

/** Somebody asked the run to stop through the ledger, so rows are missing. */
const EXIT_STOPPED = 3;

/** Fills the table, with the run's progress on the terminal. @param thread the first that makes rows */
export const run = (
  { request, spec, place }: Parameters<Commands["run"]>[0],
  thread: Worker,
): ReturnType<Commands["run"]> =>
  withServer(place, async (server) => {
    const access = await prepareTables(server, readGivenSpec(spec));
    return withRunView(place, async (view, stop) => {
      const host = thisHost("terminal");
      if (!(await sureOfDefault(request, place.yes, access, process.stdout, host.clock, stop))) return 0;
      let code = 0;
      const emit = (event: RunEvent) => {
        if (event.kind === "finished" && event.summary.outcome === "stopped") code = EXIT_STOPPED;
        view.show(event);
      };
      await runFaker({ ...access, ...host, thread, stop, emit }, intentOf(request));
      return code;
    });
  });
