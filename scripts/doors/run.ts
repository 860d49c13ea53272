import type { Worker } from "node:worker_threads";
import { thisHost } from "../../app/run/session/host";
import { type Intent, intentOf } from "../../app/run/intent";
import type { RunEvent } from "../../app/run/run-event";
import { runFaker } from "../../app/run/run-faker";
import type { RunOptions } from "../../app/run/session/run-options";
import type { Commands } from "../cli/commands";
import type { RunView } from "../terminal/run-view";
import { printLine } from "./print-line";
import { prepareTables } from "./prepare-tables";
import { readGivenSpec } from "./read-given-spec";
import { requireCode, withDefaults } from "./said-rows";
import { sureOfDefault } from "./sure-of-default";
import { withRunView } from "./with-run-view";
import { withServer } from "./with-server";

/** Somebody asked the run to stop through the ledger, so rows are missing. */
const EXIT_STOPPED = 3;

/** Carries out an intent, and shows it. @returns the exit code */
export async function runInView(
  view: RunView,
  options: Omit<RunOptions, "emit">,
  intent: Intent,
): Promise<number> {
  let code = 0;
  const emit = (event: RunEvent) => {
    if (event.kind === "finished" && event.summary.outcome === "stopped") code = EXIT_STOPPED;
    view.show(event);
  };
  await runFaker({ ...options, emit }, intent);
  return code;
}

/** Fills the table, with the run's progress on the terminal. @param thread the first that makes rows */
export const run = (
  { request, spec, place }: Parameters<Commands["run"]>[0],
  thread: Worker,
): ReturnType<Commands["run"]> =>
  withServer(place, async (server) => {
    const { access, said } = await prepareTables(server, readGivenSpec(spec));
    const asked = withDefaults(request, said, server.name.table);
    const unread = await requireCode(said, asked, access.ledger);
    if (unread !== undefined) printLine(`note: ${unread}; the run goes on as the ledger has it`);
    if (said.faker !== undefined) printLine(`The rows of ${server.name.table} are declared in ${said.index}`);
    return withRunView(place, async (view, stop) => {
      const host = thisHost("terminal");
      const isDeclared = asked.target !== request.target;
      const isSure =
        isDeclared || (await sureOfDefault(asked, place.yes, access, process.stdout, host.clock, stop));
      if (!isSure) return 0;
      return runInView(view, { ...access, ...host, thread, stop }, intentOf(asked));
    });
  });
