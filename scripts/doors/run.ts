import { availableParallelism } from "node:os";
import { systemClock } from "../../app/run/claim/system-clock";
import { thisOwner } from "../../app/run/claim/this-owner";
import { runFaker } from "../../app/run/run-faker";
import type { Commands } from "../cli/commands";
import { randomSeed } from "./random-seed";
import { prepareTables } from "./server";
import { sureOfDefault } from "./sure-of-default";
import { withRunView } from "./with-run-view";
import { withServer } from "./with-server";

/** Fills the table, with the run's progress on the terminal. */
export const run: Commands["run"] = ({ request, place }) =>
  withServer(place, async (server) => {
    const { table, ledger } = await prepareTables(server);
    return withRunView(place, async (view, stop) => {
      if (!(await sureOfDefault(request, ledger, table.name.table, process.stdout, stop))) return 0;
      await runFaker({
        client: server.client,
        ledger,
        table,
        connection: server.connection,
        cores: availableParallelism(),
        request,
        owner: thisOwner("terminal"),
        clock: systemClock,
        random: Math.random,
        randomSeed: randomSeed(),
        stop,
        emit: (event) => view.show(event),
      });
      return 0;
    });
  });
