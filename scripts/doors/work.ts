import { thisHost } from "../../app/run/session/host";
import type { RunEvent } from "../../app/run/run-event";
import { runFaker } from "../../app/run/run-faker";
import type { Commands } from "../cli/commands";
import { prepareTables } from "./prepare-tables";
import { EXIT_STOPPED } from "./run";
import { withRunView } from "./with-run-view";
import { withServer } from "./with-server";

/** Writes parts of a run beside others, with the run's progress on the terminal. */
export const work: Commands["work"] = ({ request, place }) =>
  withServer(place, async (server) => {
    const { access } = await prepareTables(server, {});
    return withRunView(place, async (view, stop) => {
      let code = 0;
      const emit = (event: RunEvent) => {
        if (event.kind === "finished" && event.summary.outcome === "stopped") code = EXIT_STOPPED;
        view.show(event);
      };
      await runFaker({ ...access, ...thisHost("terminal"), stop, emit }, { kind: "join", request });
      return code;
    });
  });
