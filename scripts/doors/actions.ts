import { randomBytes, randomUUID } from "node:crypto";
import { availableParallelism } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { EnvironmentFailure } from "../../app/errors";
import { runStatuses, SILENT_MILLISECONDS } from "../../app/ledger/summarize";
import { modelFromOlapTable } from "../../app/model/model-from-olap-table";
import { createRowGenerator } from "../../app/rows/row-generator";
import { runFaker } from "../../app/run/run-faker";
import { unreleased } from "../../app/run/claim/ownership";
import { systemClock } from "../../app/run/claim/system-clock";
import { thisOwner } from "../../app/run/claim/this-owner";
import { serverFailure } from "../../app/server/server-failure";
import { countRows, serverNow } from "../../app/table/table-state";
import { readTargetTable } from "../../app/table/target-table";
import { JsonEncoder } from "../../app/writer/olap/json-encoder";
import type { Actions } from "../cli/actions";
import type { Place } from "../cli/invocation";
import { findLedger, openServer, prepareTables, type Server } from "./server";
import { sureOfDefault } from "./sure-of-default";
import { renderStatus, statusJson } from "../terminal/status-view";
import { listenForStop } from "../terminal/stop-signals";
import { styleFor } from "../terminal/style";
import { watch } from "../terminal/watch";
import { verify } from "./verify";
import { withRunView } from "./with-run-view";

const out = (text: string) => process.stdout.write(`${text}\n`);

async function withServer<T>(place: Place, work: (server: Server) => Promise<T>): Promise<T> {
  const server = await openServer(place);
  try {
    return await work(server);
  } catch (error) {
    throw serverFailure(error);
  } finally {
    await server.close();
  }
}

const randomSeed = () => randomBytes(6).toString("hex");

export const actions: Actions = {
  run: ({ request, place }) =>
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
    }),

  count: ({ place }) =>
    withServer(place, async (server) => {
      if ((await readTargetTable(server.client, server.name)) === undefined) {
        throw new EnvironmentFailure(
          "table-missing",
          `There is no table ${server.name.database}.${server.name.table} yet: a run with --embedded, or Moose, creates it`,
        );
      }
      out(String(await countRows(server.client, server.name)));
      return 0;
    }),

  sample: async ({ rows, seed, startImageId }) => {
    const { imagesAnalytical } = await import("../../datamodels/images-analytical");
    const model = modelFromOlapTable(imagesAnalytical);
    const generator = createRowGenerator(seed ?? randomSeed(), model);
    const block = generator.generate(startImageId, rows);
    out(Buffer.from(new JsonEncoder(model).encode(block).bytes).toString().trimEnd());
    return 0;
  },

  status: ({ json, watch: again, place }) =>
    withServer(place, async (server) => {
      const style = styleFor(process.stdout, process.env);
      const render = async () => {
        const ledger = await findLedger(server);
        const runs =
          ledger === undefined
            ? []
            : runStatuses(await ledger.runs(), await ledger.steps(), await serverNow(server.client));
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

  verify: ({ repair, place }) => withServer(place, (server) => verify(server, repair)),

  stop: ({ place }) =>
    withServer(place, async (server) => {
      const ledger = await findLedger(server);
      const holder = ledger && unreleased(await ledger.runs());
      const owner = thisOwner("terminal");
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
          out("Its process ended without recording that it did; run the same command again to go on.");
          return 0;
        }
      }
      out("It has stopped.");
      return 0;
    }),
};
