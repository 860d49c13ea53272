import { EnvironmentFailure, Refusal } from "../../app/errors";
import type { Request } from "../../app/request/request";
import { formatCount, formatDuration } from "../../app/request/format";
import { intentOf } from "../../app/run/intent";
import { runFaker } from "../../app/run/run-faker";
import { thisHost } from "../../app/run/session/host";
import type { RunSummary } from "../../app/run/run-event";
import type { TableAccess } from "../../app/run/session/server-session";
import { countRows } from "../../app/table/table-state";
import { prepareTables } from "./prepare-tables";
import { printLine } from "./print-line";
import { readGivenSpec } from "./read-given-spec";
import { requireCode, withDefaults } from "./said-rows";
import type { Server } from "./server";
import { withRunView } from "./with-run-view";

/** Fills the table to a number of rows as a run does. @returns the exit code: not 0 where it was stopped */
export type Filler = (rows: number) => Promise<number>;

/**
 * Prepares what runs need, once for all sizes; `--reset` removes rows before the first one.
 * @param file what `--spec` names
 */
export async function openFiller(
  server: Server,
  request: Request,
  file: string | undefined,
): Promise<Filler> {
  const { access, said } = await prepareTables(server, readGivenSpec(file)).catch(refuseSpread);
  let asked = withDefaults({ ...request, target: { rows: 1, source: "given" } }, said, server.name.table);
  const unread = await requireCode(said, asked, access.ledger);
  if (unread !== undefined) printLine(`note: ${unread}; the run goes on as the ledger has it`);
  return async (rows) => {
    const present = await countRows(server.client, server);
    if (present > rows && !asked.reset)
      throw new Refusal(
        "size-passed",
        `--at ${rows}: the table has ${formatCount(present)} rows already: name sizes from there on, or begin anew with --reset`,
        { present },
      );
    const code = await fill(server, access, { ...asked, target: { rows, source: "given" } });
    asked = { ...asked, reset: false };
    return code;
  };
}

/** Queries are sent to one server. */
function refuseSpread(error: unknown): never {
  if (!(error instanceof Refusal && error.code === "other-shards")) throw error;
  throw new Refusal(
    error.code,
    `--at fills tables of one server, and the rows of this one are spread over several: fill it with ${String(error.fields.flags)}, then measure without --at`,
    error.fields,
  );
}

function fill(server: Server, access: TableAccess, request: Request): Promise<number> {
  return withRunView(server, async (view, stop) => {
    let summary: RunSummary | undefined;
    await runFaker(
      {
        ...access,
        ...thisHost("terminal"),
        stop,
        emit: (event) => {
          if (event.kind === "finished") summary = event.summary;
          else view.show(event);
        },
      },
      intentOf(request),
    ).catch(refuseSpread);
    view.close();
    if (summary === undefined || summary.outcome === "stopped") {
      if (!stop.aborted)
        throw new EnvironmentFailure("stopped", "The run was asked to stop: nothing was measured");
      return 1;
    }
    if (summary.rowsWritten > 0)
      printLine(
        `${formatCount(summary.rowsWritten)} rows written in ${formatDuration(summary.elapsedSeconds)}`,
      );
    return 0;
  });
}
