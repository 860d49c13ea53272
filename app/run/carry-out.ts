import { EnvironmentFailure, Refusal } from "../errors";
import { rangeOf, type StepRow } from "../ledger/ledger";
import type { Decision, Settings } from "../plan/decide";
import { gaps, pieces, type Range, rowsOf } from "../plan/range";
import { BYTES_PER_ROW } from "../request/byte-size";
import { coverColumns } from "../rows/column-coverage";
import { isLocal } from "../server/connection";
import { removeRange } from "../table/remove-range";
import { serverNow } from "../server/server-facts";
import { freeBytes } from "../table/table-state";
import { WRITERS } from "../writer/writers";
import { barrier } from "./claim/barrier";
import { batchRows } from "./write/batch-rows";
import { BatchSender } from "./write/batch-sender";
import { claimFacts, columnsByEpoch } from "./claim/claim-facts";
import { ExpectedChecksums } from "./check/expected-checksum";
import { notices } from "./notices";
import { Ownership } from "./claim/ownership";
import { Retries } from "./write/retries";
import { refuseForeign } from "./check/refusals";
import { type Damage, type Examined, examineSteps, missingRows } from "./check/repair";
import type { RunOptions } from "./run-faker";
import type { StepFlowLog, StepWork } from "./write/step-flow";
import { StepLog } from "./write/step-log";
import { summarize } from "./summarize-run";
import { BatchThreads } from "./write/threads/batch-threads";
import { threadCount } from "./write/threads/thread-count";
import { InsertLimit } from "./write/insert-limit";
import { writeSteps } from "./write/write-steps";

/**
 * Batches under way beyond the number of threads: one is received by the server while it works on another.
 */
const MORE_IN_FLIGHT = 2;
/** How often rows that vanish while a run goes on are written again before it gives up. */
const PASSES = 3;

/** Claims the table and writes what the decision asks for, until a survey finds it there. */
export async function carryOut(options: RunOptions, decision: Decision): Promise<void> {
  const { ledger, table, clock, emit, owner } = options;
  const { settings } = decision;
  const runId =
    decision.kind === "new" ? `${table.name.table}/${settings.firstRow}/${owner.id}` : decision.run.runId;
  const started = clock.monotonic();
  const facts = claimFacts(decision.kind === "repair" ? "repair" : "fill", table, runId, settings);
  const { ownership, tookOver } = await Ownership.claim(ledger, owner, clock, facts, () =>
    serverNow(options.client),
  );
  let ended = false;
  try {
    const session = await new Session(options, decision, runId, ownership).run(tookOver);
    const seconds = (clock.monotonic() - started) / 1000;
    const outcome = session.stopped ? "stopped" : "complete";
    await ownership.release(outcome);
    ended = true;
    emit({
      kind: "finished",
      summary: await summarize(
        options,
        { ...decision, runId },
        outcome,
        session.stopped ? "asked to stop" : undefined,
        { ...session, seconds },
      ),
    });
  } catch (error) {
    if (!ended) {
      // A refusal left nothing under way. After any other failure an insert may still arrive: the claim is
      // left to lapse, and whoever takes over waits for the barrier.
      if (error instanceof Refusal) await ownership.release("refused").catch(() => ownership.abandon());
      else ownership.abandon();
    }
    throw error;
  }
}

/** A repair leaves the steps as they are recorded: they say what should be there. */
const UNRECORDED: StepFlowLog = { finish() {}, drop() {}, async tick() {} };

/** What is to do in one pass over the run. */
interface Pass {
  readonly steps: readonly StepRow[];
  readonly damage: readonly Damage[];
  /** Ids that no step covers. */
  readonly free: readonly Range[];
  /** Rows to write for damage and free ids. */
  readonly lacking: number;
  readonly rows: number;
}

/** The work under one claim. */
class Session {
  private readonly settings: Settings;
  private readonly retries: Retries;
  private readonly log: StepFlowLog;
  private readonly expected: ExpectedChecksums;
  private readonly end: number;
  private told = false;
  private rows = 0;
  private batches = 0;

  constructor(
    private readonly options: RunOptions,
    private readonly decision: Decision,
    private readonly runId: string,
    private readonly ownership: Ownership,
  ) {
    const { settings } = decision;
    this.settings = settings;
    this.retries = new Retries({ ...options, lost: ownership.lost.signal });
    this.log =
      decision.kind === "repair"
        ? UNRECORDED
        : new StepLog(options.ledger, runId, ownership.epoch, this.retries);
    this.expected = new ExpectedChecksums(settings.seed, options.table.model);
    this.end = settings.firstRow + settings.targetRows;
  }

  /** @returns what this session has written, and whether it was asked to stop before the end */
  async run(tookOver: boolean): Promise<{ rows: number; batches: number; stopped: boolean }> {
    const { client, table, connection, request, cores } = this.options;
    const count = threadCount(request.threads, cores, isLocal(connection));
    const threads = new BatchThreads(
      { seed: this.settings.seed, model: table.model, writer: request.writer },
      count,
    );
    const writer = WRITERS[request.writer].open(connection, table.name, table.model);
    writer.catch(() => {});
    try {
      if (tookOver) await this.retries.run(() => barrier(client, table.name));
      const columns = coverColumns(table.model).filled;
      const inFlight = count + MORE_IN_FLIGHT;
      const sender = new BatchSender({
        client,
        name: table.name,
        threads,
        writer,
        limit: new InsertLimit(inFlight),
        retries: this.retries,
        ownership: this.ownership,
        expected: this.expected,
        columns,
      });
      if (this.decision.kind !== "repair") await this.cutOff();
      for (let number = 1; ; number++) {
        const pass = await this.retries.run(() => this.survey());
        if (number === 1) await this.announcePlan(pass);
        else if (pass.damage.length + pass.free.length > 0) notices(this.options, undefined, pass.damage);
        if (pass.damage.length + pass.free.length === 0)
          return { rows: this.rows, batches: this.batches, stopped: false };
        if (number > PASSES)
          throw new EnvironmentFailure(
            "rows-vanish",
            `Rows of ${table.name.table} kept disappearing while they were being written: find out what removes them, then run the same command again`,
          );
        if (!(await this.write(pass, sender, inFlight, number)))
          return { rows: this.rows, batches: this.batches, stopped: true };
      }
    } finally {
      await threads.close();
      await (await writer).close();
    }
  }

  /** @returns whether all of it was written */
  private async write(
    { steps, damage, free, lacking, rows }: Pass,
    sender: BatchSender,
    inFlight: number,
    number: number,
  ): Promise<boolean> {
    const { emit, clock } = this.options;
    const { settings } = this;
    const removed = damage.filter(({ remove }) => remove).map(({ range }) => range);
    await this.log.tick(removed);
    for (const range of removed) await this.remove(range);
    const held = steps.reduce((sum, step) => sum + step.rows, 0) - lacking;
    const targetRows = held + rows;
    const batchesBefore = steps.reduce((sum, step) => sum + step.batches, 0);
    let [written, batches] = [0, 0];
    await writeSteps({
      sender,
      log: this.log,
      clock,
      work: this.work(damage, free),
      batchRows: batchRows(settings),
      inFlight,
      tokenPrefix: `${this.runId}/${this.ownership.epoch}.${number}`,
      stopping: () => this.stopping(),
      onBatch: (count) => {
        written += count;
        batches++;
        emit({
          kind: "progress",
          progress: { rowsInserted: held + written, targetRows, batchesCompleted: batchesBefore + batches },
        });
      },
    });
    this.rows += written;
    this.batches += batches;
    return written === rows;
  }

  private *work(damage: readonly Damage[], free: readonly Range[]): Generator<StepWork> {
    yield* damage;
    const stepRows = batchRows(this.settings) * this.settings.checkpointInterval;
    for (const range of pieces(free, stepRows))
      yield { range, lacks: [range], known: false, checksum: undefined };
  }

  private async survey(): Promise<Pass> {
    const { ledger } = this.options;
    const steps = await ledger.steps(this.runId);
    const repair = this.decision.kind === "repair";
    const damage = await (repair
      ? missingRows({ ...this.options, name: this.options.table.name }, steps)
      : examineSteps(await this.examined(), steps));
    const whole = { first: this.settings.firstRow, rows: this.settings.targetRows };
    const free = repair ? [] : gaps(whole, steps.map(rangeOf));
    for (const gap of free) await refuseForeign(this.options, gap);
    const lacking = damage.reduce((sum, { lacks }) => sum + rowsOf(lacks), 0);
    return { steps, damage, free, lacking, rows: lacking + rowsOf(free) };
  }

  private async examined(): Promise<Examined> {
    const { client, table, ledger } = this.options;
    return {
      client,
      name: table.name,
      columns: coverColumns(table.model).filled,
      expected: this.expected,
      columnsAt: columnsByEpoch(await ledger.runs()),
    };
  }

  /**
   * Shortens announced steps that reach past the run's end, as after a kill and a smaller target, and removes
   * what they wrote there.
   */
  private async cutOff(): Promise<void> {
    for (const step of await this.options.ledger.steps(this.runId)) {
      const { first_row: first, rows, state } = step;
      if (state === "written" || first + rows <= this.end) continue;
      const keep = Math.max(0, this.end - first);
      const rest = { ...step, first_row: first + keep, rows: rows - keep };
      await examineSteps(await this.examined(), [rest]);
      await this.remove({ first: rest.first_row, rows: rest.rows });
      if (keep === 0) this.log.drop({ first, rows });
      await this.log.tick(keep === 0 ? [] : [{ first, rows: keep }]);
    }
  }

  private async remove(range: Range): Promise<void> {
    const { client, table } = this.options;
    await this.retries.run(async () => {
      await this.ownership.commit();
      await removeRange(client, table.name, range);
    });
  }

  private async announcePlan({ steps, damage, lacking, rows }: Pass): Promise<void> {
    const { client, table, emit } = this.options;
    notices(this.options, this.decision, damage);
    const held = steps.reduce((sum, step) => sum + step.rows, 0) - lacking;
    const plan = {
      ...this.settings,
      targetRows: Math.max(this.settings.targetRows, held + rows),
      table: table.name.table,
      runId: this.runId,
      rowsInserted: held,
      rowsToWrite: rows,
      bytesExpected: rows * BYTES_PER_ROW,
      bytesFree: await freeBytes(client, table.name),
      resumed: this.decision.kind !== "new",
    };
    emit({ kind: "planned", plan });
  }

  private stopping(): boolean {
    const { stop, emit } = this.options;
    if (!stop.aborted && !this.ownership.stopAsked.signal.aborted) return false;
    if (!this.told)
      emit({ kind: "stopping", reason: stop.aborted ? String(stop.reason) : "asked through the ledger" });
    this.told = true;
    return true;
  }
}
