import { thisHost } from "../../app/run/session/host";
import type { Commands } from "../cli/commands";
import { prepareTables } from "./prepare-tables";
import { runInView } from "./run";
import { withRunView } from "./with-run-view";
import { withServer } from "./with-server";

/** Writes parts of a run beside others, with the run's progress on the terminal. */
export const work: Commands["work"] = ({ request, place }) =>
  withServer(place, async (server) => {
    const { access } = await prepareTables(server, {});
    return withRunView(place, (view, stop) =>
      runInView(view, { ...access, ...thisHost("terminal"), stop }, { kind: "join", request }),
    );
  });
