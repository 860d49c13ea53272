import { randomBytes } from "node:crypto";
import { loadavg } from "node:os";
import { EnvironmentFailure, Refusal } from "../../app/errors";
import { calibrateGenerator } from "../../app/forecast/calibrate-generator";
import { calibrateServer } from "../../app/forecast/calibrate-server";
import type { ServerRate } from "../../app/forecast/calibration";
import { faultCost } from "../../app/forecast/fault-cost";
import { type FillSize, forecastFill } from "../../app/forecast/forecast-fill";
import {
  createLikeSql,
  createSinkSql,
  SCRATCH_PREFIX,
  withScratchTables,
} from "../../app/forecast/scratch-table";
import { skipColumns } from "../../app/model/skip-columns";
import { batchRows, suitBatches } from "../../app/plan/batch-rows";
import { leaseRows } from "../../app/plan/lease-rows";
import type { Request } from "../../app/request/request";
import { refuseTable } from "../../app/run/check/refusals";
import { refuseRowsBeyond } from "../../app/run/check/rows-beyond";
import { sizedRequest } from "../../app/run/session/sized-request";
import { thisHost } from "../../app/run/session/host";
import { threadCount } from "../../app/run/write/threads/thread-count";
import { isLocal } from "../../app/server/connection";
import type { TableName } from "../../app/server/table-name";
import { createTableSql } from "../../app/table/create-table";
import type { Commands } from "../cli/commands";
import type { Invocation } from "../cli/invocation";
import { renderPlan, type ShownPlan } from "../terminal/plan-view";
import { listenForStop } from "../terminal/stop-signals";
import type { FilledTable } from "./column-reasons";
import { declaredImages } from "./declared-images";
import { readMeantTable } from "./meant-table";
import { printAnswer } from "./print-answer";
import { IMAGES, type Server } from "./server";
import { shownSeed } from "./shown-seed";
import { readShownTable } from "./shown-table";
import { tellOfBanner } from "./tell-of-banner";
import { withServer } from "./with-server";

type Asked = Extract<Invocation, { kind: "plan" }>;

/** A table to plan for, and where it would be filled. */
interface Planned {
  readonly table: FilledTable & { readonly partitionKey: string };
  readonly server: Server | undefined;
  /** The statement that makes a table like it. */
  readonly like: (scratch: TableName) => string;
  /** What its figures do not say. */
  readonly notes: readonly string[];
}

/** The seed of the rows that are made to measure with, where none is named. */
const SEED = "42";

/** Prints what a fill will take, after some ten seconds of measuring; the table and the ledger are left as they are. */
export const plan: Commands["plan"] = async (asked) => {
  if (asked.json) tellOfBanner("plan");
  const signals = listenForStop((code) => process.exit(code));
  try {
    const shown = await withPlanned(asked, (planned) => measure(asked, planned, signals.signal));
    const code = signals.exitCode();
    if (code !== undefined) return code;
    return await printAnswer(asked.json ? JSON.stringify(shown, undefined, 2) : renderPlan(shown));
  } finally {
    signals.dispose();
  }
};

/** Where there is no server, rows are only made. */
async function withPlanned<T>({ place, spec }: Asked, work: (planned: Planned) => Promise<T>): Promise<T> {
  let reached = false;
  try {
    return await withServer(place, async (server) => {
      reached = true;
      return work(await plannedOn(server, spec));
    });
  } catch (error) {
    const isAbsent = error instanceof EnvironmentFailure && error.code === "no-connection";
    if (reached || !isAbsent || place.url !== undefined) throw error;
    process.stderr.write(`note: rows are only made, not sent: ${error.message}\n`);
    const table =
      place.table === undefined ? await declaredImages() : await readShownTable(place, spec, SEED);
    return work({ table: { partitionKey: "", ...table }, server: undefined, like: () => "", notes: [] });
  }
}

/** Images are planned as this package declares them where they are not there yet. */
async function plannedOn(server: Server, spec: string | undefined): Promise<Planned> {
  try {
    const table = await readMeantTable(server, spec);
    refuseTable(table);
    const { definition, views } = table;
    const notes = views.length === 0 ? [] : [`what ${views.join(", ")} make of the rows was not measured`];
    return { table, server, like: (scratch) => createLikeSql(definition, scratch), notes };
  } catch (error) {
    const isMissing = error instanceof EnvironmentFailure && error.code === "table-missing";
    if (!isMissing || server.name.table !== IMAGES) throw error;
    const { imagesAnalytical } = await import("../../datamodels/images-analytical");
    const like = (scratch: TableName) => createTableSql(imagesAnalytical, scratch.database, scratch);
    return { table: { ...(await declaredImages()), partitionKey: "" }, server, like, notes: [] };
  }
}

async function measure(asked: Asked, planned: Planned, stop: AbortSignal): Promise<ShownPlan> {
  const { table, server } = planned;
  const { clock, cores } = thisHost("terminal");
  const request = suitBatches(sizedRequest(asked.request, table), table.partitionKey);
  const { rows } = request.target;
  const notes = [...planned.notes, ...busyNote(cores)];
  let most = rows;
  try {
    refuseRowsBeyond(table, rows);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // Who plans may change the table.
    notes.push(`not into the table as it is: ${error.message}`);
    most = Math.min(rows, table.key.largest!, table.domain.capacity?.largestRow ?? rows);
  }
  // With several of them a worker has its machine for itself.
  const isShared = asked.workers === 1 && (server === undefined || isLocal(server.connection));
  const model = skipColumns(table.model, request.skipColumns);
  const made = await calibrateGenerator(
    {
      model,
      domain: table.domain,
      seed: shownSeed(table.domain, request.seed, () => SEED),
      writer: request.writer,
      rows: { first: 1, rows: most },
      threads: threadCount(request.threads, cores, isShared),
      batchRows: batchRows(settingsOf(request)),
    },
    clock,
    stop,
  );
  const { rate: generator, blocks } = made;
  const { memory } = generator;
  const measured: ShownPlan["server"] =
    server === undefined
      ? { missing: "no server is there" }
      : await onServer(server, planned, (scratch, sink) =>
          calibrateServer({
            ...server,
            ...{ scratch, sink, model, blocks, clock, stop },
            writer: request.writer,
            blocksABatch: Math.ceil(memory.batchRows / memory.blockRows),
            inFlight: memory.inFlight,
          }),
        );
  const size: FillSize = {
    rows,
    workers: asked.workers,
    shards: asked.shards,
    leaseRows: leaseRows(settingsOf(request)),
    checkpointInterval: request.checkpointInterval.value,
  };
  const forecast = forecastFill(size, generator, "missing" in measured ? undefined : measured);
  const name =
    server === undefined ? (asked.place.table ?? IMAGES) : `${server.name.database}.${server.name.table}`;
  return {
    table: name,
    writer: request.writer,
    size,
    notes,
    generator,
    server: measured,
    forecast,
    faults: faultCost(forecast),
  };
}

function busyNote(cores: number): string[] {
  const load = loadavg()[0]!;
  return load > cores
    ? [
        `this machine has other work (load ${load.toFixed(1)} on ${cores} cores), so it measures less than it can do`,
      ]
    : [];
}

async function onServer(
  { client, name: { database } }: Server,
  { like }: Planned,
  work: (scratch: TableName, sink: TableName) => Promise<ServerRate>,
): Promise<ServerRate | { readonly missing: string }> {
  const id = randomBytes(4).toString("hex");
  const [scratch, sink] = ["rows", "network"].map((kind) => ({
    database,
    table: `${SCRATCH_PREFIX}${kind}_${id}`,
  }));
  return withScratchTables(
    client,
    [
      [scratch!, like(scratch!)],
      [sink!, createSinkSql(sink!)],
    ],
    () => work(scratch!, sink!),
  );
}

function settingsOf({ target, batchSize, checkpointInterval }: Request) {
  return {
    seed: SEED,
    firstRow: 1,
    targetRows: target.rows,
    batchSize: batchSize.value,
    checkpointInterval: checkpointInterval.value,
  };
}
