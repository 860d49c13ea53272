import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { EnvironmentFailure } from "../app/errors";
import { runRecords, runStatuses, SILENT_MILLISECONDS } from "../app/ledger/summarize";
import type { Ledger } from "../app/ledger/ledger";
import { modelFromOlapTable } from "../app/model/model-from-olap-table";
import { decide } from "../app/plan/decide";
import { BYTES_PER_ROW } from "../app/request/byte-size";
import type { Request } from "../app/request/request";
import { createRowGenerator } from "../app/rows/row-generator";
import { runFaker } from "../app/run/run-faker";
import { unreleased } from "../app/run/ownership";
import { countRows, serverNow } from "../app/table/table-state";
import { readTargetTable, type TargetTable } from "../app/table/target-table";
import { connectMoose } from "../app/writer/olap/moose-connection";
import { createOlapWriter } from "../app/writer/olap/olap-writer";
import { RowMakers } from "../app/writer/olap/row-maker";
import { runtimeOlapTable } from "../app/writer/olap/runtime-olap-table";
import type { Actions } from "./cli/actions";
import { commandPrefix } from "./cli/command-prefix";
import type { Place } from "./cli/invocation";
import { thisOwner } from "./owner";
import { findLedger, openServer, prepareTables, type Server } from "./server";
import { countdown } from "./terminal/countdown";
import { formatBytes, formatCount } from "./terminal/format";
import { RunView } from "./terminal/run-view";
import { renderStatus, statusJson } from "./terminal/status-view";
import { listenForStop } from "./terminal/stop-signals";
import { styleFor } from "./terminal/style";
import { watch } from "./terminal/watch";

const out = (text: string) => process.stdout.write(`${text}\n`);

async function withServer<T>(place: Place, work: (server: Server) => Promise<T>): Promise<T> {
  const server = await openServer(place);
  try {
    return await work(server);
  } finally {
    await server.close();
  }
}

/** Seconds in which a run that nobody gave a size can be called off. */
const SECOND_THOUGHT = 5;

/**
 * Before a new run of the default size, on a terminal: npm keeps some slips of typing for itself (`npm start -c`), which
 * then look like no flags at all.
 * @returns false where the signal aborted meanwhile
 */
async function sureOfDefault(request: Request, ledger: Ledger, { name }: TargetTable, signal: AbortSignal): Promise<boolean> {
  if (request.target.source === "given" || process.stdout.isTTY !== true) return true;
  const { kind } = decide(request, runRecords(await ledger.runs(), await ledger.steps()), "");
  if (kind !== "new") return true;
  const { rows } = request.target;
  out(`No size was given: this begins a run of ${formatCount(rows)} rows (about ${formatBytes(rows * BYTES_PER_ROW)}) into ${name.table}.`);
  return countdown(SECOND_THOUGHT, process.stdout, signal);
}

const randomSeed = () => randomBytes(6).toString("hex");

export const actions: Actions = {
  run: ({ request, place }) =>
    withServer(place, async (server) => {
      const { table, ledger } = await prepareTables(server);
      await connectMoose(server.connection);
      const writer = createOlapWriter(runtimeOlapTable(server.name.table, server.name.database, table.model), table.model);
      const view = new RunView({
        output: process.stdout,
        clock: () => performance.now() / 1000,
        style: styleFor(process.stdout, process.env),
        pid: process.pid,
        prefix: commandPrefix(process.env),
        placeFlags: place.embedded ? "--embedded" : undefined,
      });
      const signals = listenForStop((code) => {
        view.close();
        process.exit(code);
      });
      try {
        if (!(await sureOfDefault(request, ledger, table, signals.signal))) return signals.exitCode()!;
        await runFaker({
          client: server.client,
          ledger,
          table,
          writer,
          request,
          owner: thisOwner(),
          clock: { monotonic: () => performance.now(), wall: () => Date.now() },
          random: Math.random,
          randomSeed: randomSeed(),
          stop: signals.signal,
          emit: (event) => view.show(event),
        });
      } finally {
        view.close();
        signals.dispose();
        await writer.close();
      }
      return signals.exitCode() ?? 0;
    }),

  count: ({ place }) =>
    withServer(place, async (server) => {
      if ((await readTargetTable(server.client, server.name)) === undefined) {
        throw new EnvironmentFailure("table-missing", `There is no table ${server.name.database}.${server.name.table} yet: a run with --embedded, or Moose, creates it`);
      }
      out(String(await countRows(server.client, server.name)));
      return 0;
    }),

  sample: async ({ rows, seed, startImageId }) => {
    const { imagesAnalytical } = await import("../datamodels/images-analytical");
    const model = modelFromOlapTable(imagesAnalytical);
    const generator = createRowGenerator(seed ?? randomSeed(), model);
    const block = generator.generate(startImageId, rows);
    const row = new RowMakers(model).for(block);
    for (let i = 0; i < rows; i++) out(JSON.stringify(row(i)));
    return 0;
  },

  status: ({ json, watch: again, place }) =>
    withServer(place, async (server) => {
      const style = styleFor(process.stdout, process.env);
      const render = async () => {
        const ledger = await findLedger(server);
        const runs = ledger === undefined ? [] : runStatuses(await ledger.runs(), await ledger.steps(), await serverNow(server.client));
        return json ? statusJson(runs) : renderStatus(runs, style, process.stdout.columns ?? 80);
      };
      if (!again) {
        out(await render());
        return 0;
      }
      const signals = listenForStop((code) => process.exit(code));
      await watch(render, process.stdout, 1, signals.signal);
      signals.dispose();
      return 0;
    }),

  stop: ({ place }) =>
    withServer(place, async (server) => {
      const ledger = await findLedger(server);
      const holder = ledger && unreleased(await ledger.runs());
      const owner = thisOwner();
      if (!ledger || !holder || owner.isProvablyGone(holder.claim.host, holder.claim.process)) {
        out("No run is under way.");
        return 0;
      }
      const { at: _at, target_table: _table, ...claim } = holder.claim;
      await ledger.addRun({ ...claim, kind: "stop", owner: randomUUID(), revision: 1 });
      out(`Asked process ${claim.pid} on ${claim.host} to stop after its batch; waiting...`);
      for (;;) {
        await pause(500);
        const now = unreleased(await ledger.runs());
        if (now?.claim.epoch !== claim.epoch) break;
        const silent = (await serverNow(server.client)) - (now.beat ?? now.claim).at > SILENT_MILLISECONDS;
        if (silent || owner.isProvablyGone(claim.host, claim.process)) {
          out("Its process is gone without having recorded its end; the same command goes on from the ledger.");
          return 0;
        }
      }
      out("It has stopped.");
      return 0;
    }),
};
