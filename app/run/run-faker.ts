import type { ClickHouseClient } from "@clickhouse/client";
import { Refusal } from "../errors";
import type { Ledger } from "../ledger/ledger";
import { runRecords } from "../ledger/summarize";
import { type Decision, decide, refuseMovedStreams, type Settings } from "../plan/decide";
import { gaps } from "../plan/steps";
import type { Request } from "../request/request";
import { coverColumns } from "../rows/column-coverage";
import { createRowGenerator } from "../rows/row-generator";
import { streamVersions } from "../rows/stream-versions";
import { firstFreeId, idsWithin } from "../table/survey";
import { freeBytes, serverNow } from "../table/table-state";
import type { TargetTable } from "../table/target-table";
import type { Writer } from "../writer/writer";
import { BatchSender, barrier } from "./batch-sender";
import type { Clock, Owner } from "./owner";
import { type ClaimFacts, Ownership, unreleased } from "./ownership";
import { cutOff, findDamage, surveySteps } from "./repair";
import { resetTable } from "./reset-table";
import type { RunEvent } from "./run-event";
import { StepLog } from "./step-log";
import { summarize } from "./summarize-run";
import { writeSteps } from "./write-steps";

export const BYTES_PER_ROW = 500;
/** Below this many rows in all a run is one insert; ClickHouse likes no smaller ones. */
const SMALL_RUN = 10_000;

export interface RunOptions {
  readonly client: ClickHouseClient;
  readonly ledger: Ledger;
  readonly table: TargetTable;
  readonly writer: Writer;
  readonly request: Request;
  readonly owner: Owner;
  readonly clock: Clock;
  /** From 0 (included) to 1 (not included). */
  readonly random: () => number;
  readonly randomSeed: string;
  /** Where it aborts, the batch under way is finished and recorded. */
  readonly stop: AbortSignal;
  readonly emit: (event: RunEvent) => void;
}

/** Carries out one request against one table, from the ledger's reading to the summary. */
export async function runFaker(options: RunOptions): Promise<void> {
  const { ledger, request, table } = options;
  refuseTable(table);
  if (request.reset) await resetTable(options);
  const rows = await ledger.runs();
  const decision = decide(request, runRecords(rows, await ledger.steps()), options.randomSeed);
  if (decision.kind !== "new") refuseMovedStreams(decision.run, streamVersions(table.model));
  const last = decision.settings.firstImageId + decision.settings.targetRows - 1;
  if (last > table.largestImageId!) {
    throw new Refusal("ids-too-large", `The run would reach image id ${last}, but the column image_id (${table.imageId!.clickhouseType}) holds at most ${table.largestImageId}: ask for fewer --rows`, { last });
  }
  if (decision.kind === "met" && unreleased(rows) === undefined) {
    const damaged = await surveySteps(options.client, table.name, await ledger.steps(decision.run.runId));
    if (damaged.length === 0) {
      options.emit({ kind: "finished", summary: await summarize(options, decision, "nothing-to-do", decision.message, { rows: 0, batches: 0, seconds: 0 }) });
      return;
    }
  }
  await carryOut(options, decision);
}

function refuseTable(table: TargetTable): void {
  const { table: name } = table.name;
  if (table.largestImageId === undefined) {
    throw new Refusal("no-image-id", `The table ${name} has no integer column image_id, by which rows are made and counted: use a table that has one`);
  }
  if (table.obstacles.length > 0) throw new Refusal("table-unfit", `The table ${name} can't be filled exactly: ${table.obstacles.join("; ")}`);
  const { impossible } = coverColumns(table.model);
  if (impossible.length > 0) {
    const names = impossible.map((column) => `${column.name} (${column.clickhouseType})`).join(", ");
    throw new Refusal("column-unfillable", `The table ${name} has columns that can't be filled: ${names}; give them a default or leave them out`);
  }
}

async function carryOut(options: RunOptions, decision: Decision): Promise<void> {
  const { client, ledger, table, clock, emit, owner } = options;
  const { settings } = decision;
  const { name } = table;
  const runId = decision.kind === "new" ? `${name.table}/${settings.firstImageId}/${owner.id}` : decision.run.runId;
  if (decision.kind !== "met") await refuseTaken(options, decision);
  const started = clock.monotonic();
  const facts = claimFacts(options, runId, settings);
  const { ownership, tookOver } = await Ownership.claim(ledger, owner, clock, facts, () => serverNow(client));
  let ended = false;
  try {
    if (tookOver) await barrier(client, name);
    const generator = createRowGenerator(settings.seed, table.model);
    const sender = new BatchSender({ ...options, name, generator, ownership });
    const log = new StepLog(ledger, runId, ownership.epoch);
    const end = settings.firstImageId + settings.targetRows;
    await cutOff(await ledger.steps(runId), end, client, name, sender, log);
    const steps = await ledger.steps(runId);
    const damage = await findDamage(client, name, generator.columns, sender, steps, await surveySteps(client, name, steps));
    const free = gaps(
      { first: settings.firstImageId, rows: end - settings.firstImageId },
      steps.map((step) => ({ first: step.first_image_id, rows: step.rows })),
    );
    for (const gap of free) await refuseForeign(options, gap);
    notices(options, decision, damage);
    const lacking = damage.reduce((sum, { lacks }) => sum + lacks.reduce((rows, range) => rows + range.rows, 0), 0);
    const held = steps.reduce((sum, step) => sum + step.rows, 0) - lacking;
    const rowsToWrite = lacking + free.reduce((sum, gap) => sum + gap.rows, 0);
    const bytesExpected = rowsToWrite * BYTES_PER_ROW;
    const bytesFree = await freeBytes(client, name);
    const targetRows = Math.max(settings.targetRows, held + rowsToWrite);
    const plan = { ...settings, targetRows, table: name.table, runId, rowsInserted: held, rowsToWrite, bytesExpected, bytesFree, resumed: decision.kind !== "new" };
    emit({ kind: "planned", plan });
    const written = await writeSteps({ ...options, sender, log, ownership, plan, damage, free, batches: steps.reduce((sum, step) => sum + step.batches, 0) });
    const stopped = written.stopped;
    const seconds = (clock.monotonic() - started) / 1000;
    await ownership.release(stopped ? "stopped" : "complete");
    ended = true;
    const message = stopped ? "asked to stop" : undefined;
    emit({ kind: "finished", summary: await summarize(options, { ...decision, runId }, stopped ? "stopped" : "complete", message, { ...written, seconds }) });
  } catch (error) {
    if (!ended) {
      // A refusal left nothing under way. After any other failure an insert may still arrive: the claim is left to lapse, and whoever takes over waits for the barrier.
      if (error instanceof Refusal) await ownership.release("refused").catch(() => ownership.abandon());
      else ownership.abandon();
    }
    throw error;
  }
}

/** Before the claim: a refusal leaves no trace in the ledger. */
async function refuseTaken(options: RunOptions, decision: Decision): Promise<void> {
  const { client, table, emit } = options;
  const { settings } = decision;
  const own = decision.kind === "new" ? [] : await options.ledger.steps(decision.run.runId);
  const whole = { first: settings.firstImageId, rows: settings.targetRows };
  for (const gap of gaps(whole, own.map((step) => ({ first: step.first_image_id, rows: step.rows })))) await refuseForeign(options, gap);
  const rowsDue = settings.targetRows - own.reduce((sum, step) => sum + step.rows, 0);
  const free = await freeBytes(client, table.name);
  if (free !== undefined && rowsDue * BYTES_PER_ROW * DISK_SHARE > free) {
    throw new Refusal("disk-too-small", `${rowsDue} rows take about ${gigabytes(rowsDue * BYTES_PER_ROW * DISK_SHARE)} GB on disk, but the server has ${gigabytes(free)} GB free: ask for fewer --rows`, { rowsDue, free });
  }
  const small = settings.targetRows < SMALL_RUN;
  if (small || settings.batchSize < SMALL_RUN) {
    emit({ kind: "warning", message: small ? `${settings.targetRows} rows are inserted at once; ClickHouse prefers inserts of ${SMALL_RUN} rows and more` : `a batch size of ${settings.batchSize} makes many small inserts; ClickHouse prefers ${SMALL_RUN} rows and more` });
  }
}

/** What a row of ours takes on disk, of its bytes before compression. */
const DISK_SHARE = 0.5;

function gigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(1);
}

async function refuseForeign({ client, table }: RunOptions, gap: { first: number; rows: number }): Promise<void> {
  const found = await idsWithin(client, table.name, gap);
  if (found.rows === 0) return;
  const free = await firstFreeId(client, table.name, gap);
  throw new Refusal("ids-taken", `The table ${table.name.table} holds ${found.rows} rows with image ids ${found.min} to ${found.max} that this run did not write; the first free id is ${free}: begin there with --start-image-id ${free}`, { free });
}

function claimFacts({ table }: RunOptions, runId: string, settings: Settings): ClaimFacts {
  const { filled } = coverColumns(table.model);
  return {
    intent: "fill",
    run_id: runId,
    seed: settings.seed,
    stream_versions: JSON.stringify(streamVersions(table.model)),
    columns: JSON.stringify(filled.map((column) => column.name)),
    first_image_id: settings.firstImageId,
    target_rows: settings.targetRows,
    batch_size: settings.batchSize,
    checkpoint_interval: settings.checkpointInterval,
  };
}

function notices({ table, emit }: RunOptions, decision: Decision, damage: readonly { recorded: boolean; lacks: readonly { rows: number }[] }[]): void {
  const { filled, unknown } = coverColumns(table.model);
  if (unknown.length > 0) emit({ kind: "notice", message: `columns without a meaning here are filled by their type: ${unknown.join(", ")}` });
  if (decision.kind === "new") return;
  const names = filled.map((column) => column.name);
  const came = names.filter((column) => !decision.run.columns.includes(column));
  const went = decision.run.columns.filter((column) => !names.includes(column));
  if (came.length + went.length > 0) {
    emit({ kind: "notice", message: ["the model has changed since the run began", came.length && `new: ${came.join(", ")}`, went.length && `gone: ${went.join(", ")}`].filter(Boolean).join("; ") });
  }
  const gone = damage.filter(({ recorded }) => recorded).reduce((sum, { lacks }) => sum + lacks.reduce((rows, range) => rows + range.rows, 0), 0);
  if (gone > 0) emit({ kind: "warning", message: `${gone} rows that the ledger has as written are gone from the table, or stood there twice; they are written again` });
}
