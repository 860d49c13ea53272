import type { ClickHouseClient } from "@clickhouse/client";
import { ledgerNames } from "../../datamodels/ledger-names";
import { permitted } from "../server/permitted";
import { select } from "../server/select";
import { quoteTable, type TableName } from "../server/table-name";
import { disjointSteps } from "./disjoint-steps";
import { findLedgers } from "./find-ledgers";
import type { Cells } from "./row-fields";
import { type NewRunRow, readRunRow, type RunRow, runRowCells } from "./run-row";
import { type NewStepRow, readStepRow, type StepRow } from "./step-row";

/**
 * Milliseconds after which the ledger's client abandons a request: its queries are small, and a lease waits
 * for the answers.
 */
export const LEDGER_TIMEOUT = 30_000;

const DURABLE = { async_insert: 0, wait_end_of_query: 1 } as const;
const OF_TARGET = "target_database = {database:String} AND target_table = {table:String}";

/**
 * The state tables of one target table; the only SQL on them. Of rows with one key the highest revision
 * counts. Every row is checked when it is read.
 */
export class Ledger {
  constructor(
    private readonly client: ClickHouseClient,
    readonly runsTable: TableName,
    readonly stepsTable: TableName,
    readonly target: TableName,
  ) {}

  /** Claims, beats and stops, by epoch. @throws Refusal `ledger-newer`, `ledger-corrupt` */
  async runs(): Promise<RunRow[]> {
    const rows = await select<Cells>(
      this.client,
      `SELECT * EXCEPT at, toUnixTimestamp64Milli(at) AS at FROM ${quoteTable(this.runsTable)}
        WHERE ${OF_TARGET} ORDER BY epoch, revision DESC LIMIT 1 BY epoch, kind, owner`,
      { ...this.target },
    );
    return rows.map((cells) => readRunRow(cells, this.runsTable));
  }

  /** The steps of one run, or of all, by run and first row, as {@link disjointSteps}; dropped ones omitted. @throws Refusal `ledger-corrupt` */
  async steps(runId?: string): Promise<StepRow[]> {
    const rows = await select<Cells>(
      this.client,
      `SELECT * FROM (SELECT * EXCEPT at, toUnixTimestamp64Milli(at) AS at FROM ${quoteTable(this.stepsTable)}
        WHERE ${OF_TARGET} AND ({run:String} = '' OR run_id = {run:String})
        ORDER BY run_id, first_row, revision DESC LIMIT 1 BY run_id, first_row) WHERE state != 'dropped'`,
      { ...this.target, run: runId ?? "" },
    );
    return disjointSteps(
      rows.map((cells) => readStepRow(cells, this.stepsTable)),
      this.stepsTable,
    );
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
    const { database, table } = this.target;
    await this.client.insert({
      table: quoteTable(this.stepsTable),
      values: rows.map((row) => ({
        ...row,
        target_database: database,
        target_table: table,
        checksum: String(row.checksum),
      })),
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
        return new Ledger(this.client, runsTable!, stepsTable!, this.target);
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
