import type { ClickHouseClient } from "@clickhouse/client";
import { ledgerNames } from "../../datamodels/ledger-names";
import { ExpectedError } from "../errors";
import { findLedgers } from "../ledger/find-ledgers";
import type { Ledger } from "../ledger/ledger";
import { byActivity } from "../ledger/run-activity";
import type { RunStatus } from "../ledger/run-status";
import { runRecords } from "../ledger/run-records";
import { runStatuses } from "../ledger/run-statuses";
import type { RunRow } from "../ledger/run-row";
import type { StepRow } from "../ledger/step-row";
import type { Owner } from "../run/claim/owner";
import { allLedgers } from "../run/session/all-ledgers";
import type { ServerSession } from "../run/session/server-session";
import { address } from "../server/connection";
import { permitted } from "../server/permitted";
import { select } from "../server/select";
import { serverNow } from "../server/server-facts";
import { describeServerError } from "../server/server-error";
import type { TableName } from "../server/table-name";
import { countRows } from "../table/table-state";
import type { PageState, Refill, TableState } from "./page-state";

/** Most runs that are shown of a table, and most tables without runs. */
const RUNS = 12;
const TABLES = 200;

export interface StateOptions {
  readonly session: Pick<ServerSession, "client" | "connection" | "ledger">;
  readonly owner: Pick<Owner, "isProvablyGone">;
  /** What a refill of a table will do, by what its ledger says; default: none is known. */
  readonly refill?: (table: KnownTable) => Refill | null;
}

/** A table with runs. */
export interface KnownTable {
  readonly target: TableName;
  /** As `Ledger.newestRuns` and `Ledger.spans` have them. */
  readonly runs: readonly RunRow[];
  readonly spans: readonly StepRow[];
  /** Rows that it holds, on this server. */
  readonly rows: number;
}

/** Reads what the page shows. What of it can't be read is said in it. @throws as the server does */
export async function readPageState({ session, owner, refill }: StateOptions): Promise<PageState> {
  const { client, connection } = session;
  const prefixes = await findLedgers(client, connection.database);
  const problems: string[] = [];
  const ledgers = await allLedgers(session, prefixes).catch((error: unknown): Ledger[] => {
    problems.push(lineOf(error));
    return [];
  });
  const found = await tablesOf(client, [
    connection.database,
    ...ledgers.map(({ target }) => target.database),
  ]);
  const own = new Set(prefixes.map(ledgerNames).flatMap(({ runs, steps }) => [runs, steps]));
  const now = await serverNow(client);
  const withRuns = await Promise.all(
    ledgers.map(async (ledger): Promise<TableState> => {
      const { target } = ledger;
      const there = found.find((table) => isSame(table, target));
      const named = {
        ...target,
        name: commandName(target, connection.database),
        bytes: there?.bytes ?? null,
      };
      try {
        const [runs, spans] = [await ledger.newestRuns(), await ledger.spans()];
        const statuses = runStatuses(runs, spans, now, (claim) => owner.isProvablyGone(claim));
        const rows = there && (await permitted(() => countRows(client, { name: target })));
        const due = rows === undefined ? null : refill?.({ target, runs, spans, rows });
        const servers = runRecords(runs, []).find(({ shards }) => shards)?.shards?.length ?? 1;
        const own = { servers, rows: rows ?? null, refill: due ?? null, problem: null };
        return { ...named, ...own, ...newest(statuses) };
      } catch (error) {
        return { ...named, servers: 1, rows: null, ...newest([]), refill: null, problem: lineOf(error) };
      }
    }),
  );
  const others = found
    .filter((table) => table.database === connection.database && !isStateTable(table.table, own))
    .filter((table) => !ledgers.some(({ target }) => isSame(table, target)))
    .map((table): TableState => ({
      ...table,
      servers: 1,
      name: commandName(table, connection.database),
      ...newest([]),
      refill: null,
      problem: null,
    }));
  if (others.length > TABLES)
    problems.push(`${others.length - TABLES} more tables without runs are not shown`);
  return {
    at: new Date(now).toISOString(),
    server: `${address(connection)}/${connection.database}`,
    tables: [...withRuns, ...others.slice(0, TABLES)],
    jobs: null,
    problems,
  };
}

type Found = TableName & Pick<TableState, "rows" | "bytes">;

/** Those that can be filled; nothing where the user may see none. */
async function tablesOf(client: ClickHouseClient, databases: readonly string[]): Promise<Found[]> {
  const found = await permitted(() =>
    select<TableName & { total: string | null; size: string | null }>(
      client,
      `SELECT database, name AS table, toString(total_rows) AS total, toString(total_bytes) AS size FROM system.tables
        WHERE database IN {databases:Array(String)} AND endsWith(engine, 'MergeTree') ORDER BY name, database`,
      { databases: [...new Set(databases)] },
    ),
  );
  return (found ?? []).map(({ database, table, total, size }) => ({
    database,
    table,
    rows: total === null ? null : Number(total),
    bytes: size === null ? null : Number(size),
  }));
}

/** Also one that an upgrade has set aside, or has not finished. */
function isStateTable(table: string, own: ReadonlySet<string>): boolean {
  return own.has(table.replace(/_(v1|upgrading)$/, ""));
}

function isSame(a: TableName, b: TableName): boolean {
  return a.database === b.database && a.table === b.table;
}

/** A point in a table's name would be read as the end of a database's. */
function commandName({ database, table }: TableName, own: string): string {
  return database === own && !table.includes(".") ? table : `${database}.${table}`;
}

function newest(runs: readonly RunStatus[]): Pick<TableState, "runs" | "runCount"> {
  return { runs: byActivity(runs).reverse().slice(0, RUNS), runCount: runs.length };
}

function lineOf(error: unknown): string {
  if (error instanceof ExpectedError) return error.message;
  const { kind, message } = describeServerError(error);
  if (kind === "bug") throw error;
  return message;
}
