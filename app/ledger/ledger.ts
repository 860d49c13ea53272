import type { ClickHouseClient } from "@clickhouse/client";
import { LEDGER_VERSION } from "../../datamodels/ledger-version";
import { ledgerNames } from "../../datamodels/ledger-names";
import { Refusal } from "../errors";
import type { OtherKey } from "../model/table-facts";
import type { Range } from "../plan/range";
import { permitted } from "../server/permitted";
import { consistentClient } from "../server/replicas";
import { select } from "../server/select";
import { quoteTable, type TableName } from "../server/table-name";
import { claimedColumns, claimedSpecs } from "./claimed-parts";
import { disjointSteps } from "./disjoint-steps";
import { findLedgers } from "./find-ledgers";
import { type LeaseHead, leaseHead, openLeases } from "./leases";
import { type Part, type Standing, standing } from "./standing";
import { knownKeys } from "./known-keys";
import type { Cells } from "./row-fields";
import { OF_TARGET } from "./of-target";
import { type NewRunRow, readRunRow, type RunRow, runRowCells } from "./run-row";
import { type NewStepRow, readStepRow, type StepRow, stepRowCells } from "./step-row";

/**
 * Milliseconds after which the ledger's client abandons a request: its queries are small, and a lease waits
 * for the answers.
 */
export const LEDGER_TIMEOUT = 30_000;

const DURABLE = { async_insert: 0, wait_end_of_query: 1 } as const;

/**
 * The state tables of one target table; the only SQL on them. Of rows with one key the highest revision
 * counts. Every row is checked when it is read.
 */
export class Ledger {
  /** @param client as {@link consistentClient} makes it for the state tables */
  constructor(
    private readonly client: ClickHouseClient,
    readonly runsTable: TableName,
    readonly stepsTable: TableName,
    readonly target: TableName,
  ) {}

  /** The same state tables as they speak of another table of the target's database. */
  ofTable(table: string): Ledger {
    const target = { database: this.target.database, table };
    return new Ledger(this.client, this.runsTable, this.stepsTable, target);
  }

  /**
   * Claims, beats and stops, by epoch: the table's whole history, which may be long.
   * @param from the first epoch; default: all
   * @throws Refusal `ledger-newer`, `ledger-corrupt`
   */
  runs(from = 0): Promise<RunRow[]> {
    return this.runsWhere("epoch >= {from:UInt32}", { from });
  }

  /**
   * The rows of {@link runs} that say how things stand, however long the history is: those of the newest claim
   * and its open leases, of the first and the last claim of each run, and of the last reset.
   * @throws Refusal `ledger-newer`, `ledger-corrupt`: also for a row that is of none of these, where it cannot be
   * told what it is
   */
  newestRuns(): Promise<RunRow[]> {
    const rows = `${quoteTable(this.runsTable)} WHERE ${OF_TARGET}`;
    const won = `SELECT epoch, argMin((intent, run_id, owner), (at, owner)) AS won FROM ${rows} AND kind = 'claim' GROUP BY epoch`;
    return this.runsWhere(
      `(epoch IN (
          SELECT arrayJoin([min(epoch), max(epoch)]) FROM (${won}) WHERE won.1 = 'fill' GROUP BY won.2
          UNION ALL SELECT max(epoch) FROM ${rows}
          UNION ALL SELECT max(epoch) FROM ${rows} AND kind = 'claim'
          UNION ALL SELECT max(epoch) FROM ${rows} AND kind = 'beat' AND message = 'removed'
            AND (epoch, owner) IN (SELECT epoch, won.3 FROM (${won}) WHERE won.1 = 'reset'))
        OR (${openLeases(this.runsTable, `(SELECT max(epoch) FROM ${rows} AND kind = 'claim')`)})
        OR ledger_version > {version:UInt32} OR kind NOT IN ('claim', 'lease', 'beat', 'stop')
        OR (kind IN ('claim', 'lease') AND intent NOT IN ('fill', 'repair', 'reset')))`,
      { version: LEDGER_VERSION },
    );
  }

  private async runsWhere(condition: string, parameters: object): Promise<RunRow[]> {
    const rows = await select<Cells>(
      this.client,
      `SELECT * EXCEPT (at, spec), toUnixTimestamp64Milli(at) AS at FROM ${quoteTable(this.runsTable)}
        WHERE ${OF_TARGET} AND ${condition} ORDER BY epoch, revision DESC LIMIT 1 BY epoch, kind, owner`,
      { ...this.target, ...parameters },
    );
    return rows.map((cells) => readRunRow(cells, this.runsTable));
  }

  /** Whether a claim or lease stands, in one row of answer: nothing of the epochs before it is read. */
  standing(epoch: number, owner: string, part?: Part): Promise<Standing> {
    return standing(this.client, this.runsTable, this.target, epoch, owner, part);
  }

  /**
   * The leases under a claim that are not complete, with their beats. What is taken on the strength of the head
   * has to be tested and set one epoch above it: then no lease was missed.
   * @param under the epoch of the claim
   */
  async leases(under: number): Promise<{ head: LeaseHead; rows: RunRow[] }> {
    const head = await leaseHead(this.client, this.runsTable, this.target, under);
    return { head, rows: await this.runsWhere(openLeases(this.runsTable, "{under:UInt32}"), { under }) };
  }

  /** The names of the columns that were filled under each epoch, as the claims say. @throws Refusal `ledger-corrupt` */
  columnsAt(): Promise<(epoch: number) => readonly string[] | undefined> {
    return claimedColumns(this.client, this.runsTable, this.target);
  }

  /**
   * The specifications that the runs' rows are made by, by run; of runs whose rows are made without one, nothing.
   * @throws Refusal `ledger-corrupt`
   */
  specs(): Promise<ReadonlyMap<string, object>> {
    return claimedSpecs(this.client, this.runsTable, this.target);
  }

  /** The keys of the tables of the target's database, as far as they are filled by specifications. */
  keys(): Promise<OtherKey[]> {
    return knownKeys(this.client, this.runsTable, this.target.database);
  }

  /** Whether one of these owners has claimed the table to fill it. @param prefix what their ids begin with */
  async hasFilled(prefix: string): Promise<boolean> {
    const [found] = await select<{ n: string }>(
      this.client,
      `SELECT count() AS n FROM ${quoteTable(this.runsTable)}
        WHERE ${OF_TARGET} AND kind = 'claim' AND intent = 'fill' AND startsWith(owner, {prefix:String})`,
      { ...this.target, prefix },
    );
    return found!.n !== "0";
  }

  /**
   * The steps of one run, or of all, by run and first row, as {@link disjointSteps}; dropped ones omitted.
   * @param part only those that begin there; default: all
   * @throws Refusal `ledger-corrupt`
   */
  async steps(runId?: string, part?: Range): Promise<StepRow[]> {
    const rows = await select<Cells>(
      this.client,
      `SELECT * EXCEPT at, toUnixTimestamp64Milli(at) AS at FROM (${this.newestSteps}) ORDER BY run_id, first_row`,
      this.stepsOf(runId, part),
    );
    return disjointSteps(
      rows.map((cells) => readStepRow(cells, this.stepsTable)),
      this.stepsTable,
    );
  }

  /**
   * As {@link steps}, where recorded steps that follow one another are one, with the sums of their fields and the
   * newest time and revision: a few rows for a run of any size.
   * @throws Refusal `ledger-corrupt`
   */
  async spans(runId?: string, part?: Range): Promise<StepRow[]> {
    const before =
      "OVER (PARTITION BY run_id ORDER BY first_row ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)";
    const rows = await select<Cells>(
      this.client,
      `SELECT run_id, min(steps.first_row) AS first_row, max(steps.revision) AS revision,
          toUnixTimestamp64Milli(max(steps.at)) AS at, sum(steps.rows) AS rows, sum(steps.batches) AS batches,
          state, sum(steps.checksum) AS checksum, sum(steps.seconds) AS seconds
        FROM (
          SELECT *, sum(begins) ${before} AS span FROM (
            SELECT *, toUInt8(state != 'written' OR rows = 0 OR NOT (seconds >= 0)
              OR lagInFrame(toString(state)) ${before} != 'written'
              OR lagInFrame(first_row + rows) ${before} != first_row) AS begins
            FROM (${this.newestSteps}))
        ) AS steps GROUP BY run_id, span, state ORDER BY run_id, first_row`,
      this.stepsOf(runId, part),
    );
    try {
      return disjointSteps(
        rows.map((cells) => readStepRow(cells, this.stepsTable)),
        this.stepsTable,
      );
    } catch (error) {
      // Names the step, where this could only name the span.
      if (error instanceof Refusal) await this.steps(runId, part);
      throw error;
    }
  }

  private get newestSteps(): string {
    return `SELECT * FROM (SELECT * FROM ${quoteTable(this.stepsTable)}
        WHERE ${OF_TARGET} AND ({run:String} = '' OR run_id = {run:String})
          AND first_row BETWEEN {first:UInt64} AND {last:UInt64}
        ORDER BY run_id, first_row, revision DESC LIMIT 1 BY run_id, first_row) WHERE state != 'dropped'`;
  }

  private stepsOf(run = "", { first, rows }: Range = { first: 0, rows: Number.MAX_SAFE_INTEGER }) {
    return { ...this.target, run, first, last: first + rows - 1 };
  }

  /** @param token two inserts with one token leave one row, whoever sends them */
  async addRun(row: NewRunRow, token?: string): Promise<void> {
    await this.client.insert({
      table: quoteTable(this.runsTable),
      values: [runRowCells(row, this.target)],
      format: "JSONEachRow",
      clickhouse_settings: {
        ...DURABLE,
        ...(token === undefined ? {} : { insert_deduplication_token: token }),
      },
    });
  }

  /** One insert, so all of the rows or none. */
  async addSteps(rows: readonly NewStepRow[]): Promise<void> {
    if (rows.length === 0) return;
    await this.client.insert({
      table: quoteTable(this.stepsTable),
      values: rows.map((row) => stepRowCells(row, this.target)),
      format: "JSONEachRow",
      clickhouse_settings: DURABLE,
    });
  }

  /**
   * The other ledgers of its database, for the same target; those of version 1, which cannot say of which
   * database their tables are, omitted.
   */
  async others(): Promise<Ledger[]> {
    const { database, table } = this.runsTable;
    const prefixes = await permitted(() => findLedgers(this.client, database, ["target_database"]));
    return (prefixes ?? [])
      .map((prefix) => ledgerNames(prefix))
      .filter(({ runs }) => runs !== table)
      .map(({ runs, steps }) => {
        const [runsTable, stepsTable] = [runs, steps].map((name) => ({ database, table: name }));
        const client = consistentClient(this.client, database, [runs, steps]);
        return new Ledger(client, runsTable!, stepsTable!, this.target);
      });
  }

  /** How many rows stand under a claim's epoch, merged or not: the test of the token. */
  async claimsAt(epoch: number): Promise<number> {
    const [found] = await select<{ n: string }>(
      this.client,
      `SELECT count() AS n FROM ${quoteTable(this.runsTable)} WHERE ${OF_TARGET} AND epoch = {epoch:UInt32} AND kind = 'claim'`,
      { ...this.target, epoch },
    );
    return Number(found!.n);
  }
}
