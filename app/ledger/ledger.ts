import type { ClickHouseClient } from "@clickhouse/client";
import type { LedgerRun, LedgerStep } from "../../datamodels/ledger-tables";
import type { Range } from "../plan/range";
import { select } from "../server/select";
import { quoteTable, type TableName } from "../server/table-name";

/** A row as it is read; 64-bit integers are numbers, `at` milliseconds since 1970 by the server's clock. */
export type RunRow = Omit<LedgerRun, "at"> & { at: number };
export type StepRow = Omit<LedgerStep, "at" | "checksum"> & { at: number; checksum: bigint };
/** The rows of a step. */
export function rangeOf({ first_row: first, rows }: Pick<StepRow, "first_row" | "rows">): Range {
  return { first, rows };
}

export type NewRunRow = Omit<RunRow, "at" | "target_table">;
export type NewStepRow = Omit<StepRow, "at" | "target_table">;

/**
 * Milliseconds in which the client of a ledger should give a request up: its questions are small, and a lease
 * waits for the answers.
 */
export const LEDGER_TIMEOUT = 30_000;

const DURABLE = { async_insert: 0, wait_end_of_query: 1 } as const;

/**
 * The state tables of one target table; the only SQL on them. Of rows with one key the highest revision
 * counts.
 */
export class Ledger {
  constructor(
    private readonly client: ClickHouseClient,
    readonly runsTable: TableName,
    readonly stepsTable: TableName,
    readonly targetTable: string,
  ) {}

  async runs(): Promise<RunRow[]> {
    const rows = await select<Record<keyof LedgerRun, string>>(
      this.client,
      `SELECT * EXCEPT at, toUnixTimestamp64Milli(at) AS at FROM ${quoteTable(this.runsTable)}
        WHERE target_table = {table:String} ORDER BY epoch, revision DESC LIMIT 1 BY epoch, kind, owner`,
      { table: this.targetTable },
    );
    return rows.map((row) => ({
      ...row,
      ...numbers(row, [
        "epoch",
        "revision",
        "at",
        "pid",
        "first_row",
        "target_rows",
        "batch_size",
        "checkpoint_interval",
      ]),
    })) as unknown as RunRow[];
  }

  /** The steps of one run, or of all, by first id; dropped ones left out. */
  async steps(runId?: string): Promise<StepRow[]> {
    const rows = await select<Record<keyof LedgerStep, string>>(
      this.client,
      `SELECT * FROM (SELECT * EXCEPT at, toUnixTimestamp64Milli(at) AS at FROM ${quoteTable(this.stepsTable)}
        WHERE target_table = {table:String} AND ({run:String} = '' OR run_id = {run:String})
        ORDER BY run_id, first_row, revision DESC LIMIT 1 BY run_id, first_row) WHERE state != 'dropped'`,
      { table: this.targetTable, run: runId ?? "" },
    );
    return rows.map((row) => ({
      ...row,
      ...numbers(row, ["first_row", "revision", "at", "rows", "batches", "seconds"]),
      checksum: BigInt(row.checksum),
    })) as unknown as StepRow[];
  }

  /** @param token two inserts with one token leave one row, whoever sends them */
  async addRun(row: NewRunRow, token?: string): Promise<void> {
    await this.client.insert({
      table: quoteTable(this.runsTable),
      values: [{ ...row, target_table: this.targetTable }],
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
      values: rows.map((row) => ({ ...row, checksum: String(row.checksum), target_table: this.targetTable })),
      format: "JSONEachRow",
      clickhouse_settings: DURABLE,
    });
  }

  /** How many rows stand under a claim's epoch, merged or not: the test of the token. */
  async claimsAt(epoch: number): Promise<number> {
    const [found] = await select<{ n: string }>(
      this.client,
      `SELECT count() AS n FROM ${quoteTable(this.runsTable)} WHERE target_table = {table:String} AND epoch = {epoch:UInt32} AND kind = 'claim'`,
      { table: this.targetTable, epoch },
    );
    return Number(found!.n);
  }
}

function numbers(row: Record<string, string>, names: readonly string[]): Record<string, number> {
  return Object.fromEntries(names.map((name) => [name, Number(row[name])]));
}
