import { EnvironmentFailure } from "../../errors";
import { requireAllSeen } from "../../table/hidden-rows";
import { closedTables } from "../../server/closed-tables";
import { type ExpectedSize, expectedSize } from "../../table/expected-size";
import { turnsOf } from "../../table/shards";
import { freeBytes } from "../../table/table-state";
import { tellMeasured } from "../check/disk-room";
import { refuseMisplaced } from "../check/misplaced-rows";
import { refuseForeign } from "../check/refusals";
import { notices } from "./notices";
import type { RunOptions } from "../session/run-options";
import type { BatchPipeline, MeasuringThreads } from "./batch-pipeline";
import type { ExpectedChecksums } from "../check/expected-checksum";
import { epochOf } from "../../ledger/step-revision";
import { rangeOf, type StepRow } from "../../ledger/step-row";
import type { Damage } from "../check/damage";
import type { ClaimedRun } from "./claimed-run";
import { type Range, rowsOf } from "../../plan/range";
import { isDone, type Pass, planPass, repairsOf, stepsOf } from "./pass";
import type { StepFlowLog } from "../write/step-flow";
import { writeSteps } from "../write/write-steps";

/** How often rows that vanish during a run are written again before it gives up. */
const MOST_PASSES = 3;

/** Batches of a session after which the size on disk can be seen. */
const BATCHES_TO_MEASURE = 20;

/** Rows missing from recorded steps: their records stay, since they say what should be there. */
const UNRECORDED: StepFlowLog = { finish() {}, drop() {}, async tick() {} };

/** What this session has written. */
export interface Written {
  readonly rows: number;
  readonly batches: number;
}

/**
 * Surveys the table and writes what earlier steps lack, once.
 * @returns also the rows that no step covers, and whether it was asked to stop before the end
 */
export async function writeDamage(
  options: RunOptions,
  run: ClaimedRun,
  measuring: MeasuringThreads,
  pipeline: Promise<BatchPipeline>,
): Promise<Written & { readonly stopped: boolean; readonly free: readonly Range[] }> {
  const outlook = outlookOf(options, run, measuring);
  const pass = await run.retries.run(() => surveyRun(options, run, measuring.expected));
  announcePlan(options, run, pass, await outlook);
  const { free } = pass;
  if (pass.damage.length === 0) return { rows: 0, batches: 0, stopped: false, free };
  const written = await writePass(options, run, await pipeline, { ...pass, free: [] }, 1, async () => {});
  return { ...written, stopped: written.rows < pass.rowsToWrite - rowsOf(free), free };
}

/**
 * Surveys the table and writes what is missing, repeatedly until nothing is.
 * @returns also whether it was asked to stop before the end
 * @throws EnvironmentFailure `rows-vanish` where the table keeps losing rows
 */
export async function writePasses(
  options: RunOptions,
  run: ClaimedRun,
  measuring: MeasuringThreads,
  pipeline: Promise<BatchPipeline>,
): Promise<Written & { readonly stopped: boolean }> {
  const outlook = outlookOf(options, run, measuring);
  let [rows, batches] = [0, 0];
  let planned: ExpectedSize | undefined;
  for (let number = 1; ; number++) {
    const pass = await run.retries.run(() => surveyRun(options, run, measuring.expected));
    if (planned === undefined) planned = announcePlan(options, run, pass, await outlook);
    else if (!isDone(pass)) notices(options, undefined, pass.damage);
    if (isDone(pass)) return { rows, batches, stopped: false };
    if (number > MOST_PASSES)
      throw new EnvironmentFailure(
        "rows-vanish",
        `Rows of ${options.table.name.table} kept disappearing while they were being written: find out what removes them, then run the same command again`,
      );
    const tell = (left: number) => tellMeasured(options, left, planned!, measuring.bytesARow);
    const written = await writePass(options, run, await pipeline, pass, number, tell);
    rows += written.rows;
    batches += written.batches;
    if (written.rows < pass.rowsToWrite) return { rows, batches, stopped: true };
  }
}

/** @throws Refusal where the table holds rows in the run's range that it did not write, or hides rows */
async function surveyRun(options: RunOptions, run: ClaimedRun, expected: ExpectedChecksums): Promise<Pass> {
  const steps = await run.steps();
  const damage = await run.examine(steps, expected);
  // Before anything is written or forgotten: rows that are not seen may be there all the same.
  if (!isDone(planPass(run.settings, steps, damage, run.repairOnly)))
    await requireAllSeen(options.client, options.table);
  const stale = new Set(await dropStale(run, steps, damage));
  const pass = planPass(
    run.settings,
    steps.filter(({ first_row }) => !stale.has(first_row)),
    damage.filter(({ range }) => !stale.has(range.first)),
    run.repairOnly,
  );
  for (const gap of pass.free) await refuseForeign(options, gap);
  if (isDone(pass) && !run.repairOnly) await refuseMisplaced(options.table, steps.map(rangeOf));
  return pass;
}

/**
 * Forgets announcements of earlier claims that left no rows: the plan of this claim counts, not theirs.
 * @returns their first rows
 */
async function dropStale(
  { log, ownership }: ClaimedRun,
  steps: readonly StepRow[],
  damage: readonly Damage[],
): Promise<number[]> {
  const older = new Set(
    steps.filter(({ revision }) => epochOf(revision) < ownership.epoch).map(({ first_row }) => first_row),
  );
  const stale = damage
    .filter(({ recorded, remove, range, lacks }) => !recorded && !remove && lacks.rows === range.rows)
    .map(({ range }) => range)
    .filter(({ first }) => older.has(first));
  if (stale.length === 0) return [];
  for (const range of stale) log.drop(range);
  await log.tick([]);
  return stale.map(({ first }) => first);
}

/** What a plan says besides what the survey finds, and is asked for meanwhile. */
interface Outlook {
  readonly closed: string | undefined;
  /** What a row will take. */
  readonly ofRow: ExpectedSize;
  readonly bytesFree: number | undefined;
}

function outlookOf(
  { client, table }: RunOptions,
  { retries }: ClaimedRun,
  { bytesARow }: MeasuringThreads,
): Promise<Outlook> {
  const outlook = retries.run(async () => {
    const [closed, ofRow, bytesFree] = await Promise.all([
      closedTables(client),
      expectedSize(client, table, 1, bytesARow),
      freeBytes(client, table),
    ]);
    return { closed, ofRow, bytesFree };
  });
  // Whoever waits for it is told.
  outlook.catch(() => {});
  return outlook;
}

/** @returns what the rows to write will take */
function announcePlan(
  { table, emit }: RunOptions,
  { decision, settings, runId }: ClaimedRun,
  { damage, rowsHeld, rowsToWrite }: Pass,
  { closed, ofRow, bytesFree }: Outlook,
): ExpectedSize {
  notices({ table, emit }, decision, damage);
  const expected = { uncompressed: rowsToWrite * ofRow.uncompressed, disk: rowsToWrite * ofRow.disk };
  if (closed !== undefined) emit({ kind: "notice", message: closed });
  const plan = {
    ...settings,
    targetRows: Math.max(settings.targetRows, rowsHeld + rowsToWrite),
    table: table.name.table,
    runId,
    rowsInserted: rowsHeld,
    rowsToWrite,
    expected,
    bytesFree,
    resumed: decision.kind !== "new",
  };
  emit({ kind: "planned", plan });
  return expected;
}

/**
 * Ends early, with fewer rows than the pass has, where it is asked to stop.
 * @param tell tells, once it can be seen, what the rows that are left will take
 */
async function writePass(
  options: RunOptions,
  run: ClaimedRun,
  { senderOf, inFlight, batchRows }: BatchPipeline,
  pass: Pass,
  number: number,
  tell: (rowsLeft: number) => Promise<void>,
): Promise<Written> {
  const { clock, emit } = options;
  const { settings, log } = run;
  const toRemove = pass.damage.flatMap(({ remove, held }) => (remove && held !== undefined ? [held] : []));
  await run.remove(toRemove, (ranges) => log.tick(ranges));
  let [rows, batches] = [0, 0];
  let measured: Promise<void> | undefined;
  const common = {
    sender: senderOf(run),
    clock,
    batchRows,
    inFlight,
    tokenPrefix: `${run.runId}/${run.ownership.epoch}.${number}`,
    stopping: run.stopping,
    onBatch: (count: number) => {
      rows += count;
      batches++;
      const progress = {
        rowsInserted: pass.rowsHeld + rows,
        targetRows: pass.rowsHeld + pass.rowsToWrite,
        batchesCompleted: pass.batchesHeld + batches,
      };
      emit({ kind: "progress", progress });
      if (batches === BATCHES_TO_MEASURE) measured = tell(pass.rowsToWrite - rows);
    },
  };
  const turns = turnsOf(options.table);
  await writeSteps({ ...common, log: UNRECORDED, work: repairsOf(pass, settings, turns) });
  await writeSteps({ ...common, log, work: stepsOf(pass, settings, turns) });
  await measured;
  return { rows, batches };
}
