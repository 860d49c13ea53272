import { randomUUID } from "node:crypto";
import { chooseDomain } from "../../app/domains/choose-domain";
import type { GivenSpec } from "../../app/domains/spec/given-spec";
import { intentOf, type Intent } from "../../app/run/intent";
import type { Examined } from "../../app/run/check/examined";
import { MadeChecksums } from "../../app/run/check/expected-checksum";
import { parseRequest } from "../../app/request/parse-request";
import { coverColumns } from "../../app/rows/column-coverage";
import type { RunEvent, RunSummary } from "../../app/run/run-event";
import { runFaker } from "../../app/run/run-faker";
import { otherTables } from "../../app/run/session/other-tables";
import { thisHost } from "../../app/run/session/host";
import { openSessions, type TableAccess } from "../../app/run/session/server-session";
import { address, type Connection } from "../../app/server/connection";
import { createTableSql } from "../../app/table/create-table";
import { clientsOf } from "../../app/table/shards";
import { readSpreadDefinition } from "../../app/table/spread-definition";
import { targetTable } from "../../app/table/target-table";
import { ledgerNames } from "../../datamodels/ledger-names";
import { declareLedgerTables } from "../../datamodels/ledger-tables";

export const SEED = "42";

/** A table of a few columns, and a ledger, on a test's server. */
export interface TableWithLedger extends TableAccess {
  /** Statements on the table, which they call `t`. */
  sql(...statements: string[]): Promise<void>;
  /** Carries out an intent and returns its events. */
  run(intent: Intent): Promise<RunEvent[]>;
  /** Fills the table from row 1: `rows` 10,000 or more, in steps of 2,000. */
  fill(rows: number, flags?: Readonly<Record<string, string | boolean>>): Promise<RunEvent[]>;
  /** What the steps of a run of {@link SEED} are checked with. */
  examined(): Promise<Examined>;
  close(): Promise<void>;
}

/** How runs ended, of the events that {@link TableWithLedger.run} returns. */
export function summaries(events: readonly RunEvent[]): RunSummary[] {
  return events.flatMap((event) => (event.kind === "finished" ? [event.summary] : []));
}

/** Of the only run. */
export function summary(events: readonly RunEvent[]): RunSummary {
  return summaries(events)[0]!;
}

/**
 * @param columns as CREATE TABLE has them; the key may be computed by the server
 * @param clauses what follows the columns, or ENGINE = MergeTree; default: ORDER BY the key
 * @param more statements that are to come before the table is read
 * @param given what is said of its rows; default: nothing
 * @param others the servers of further shards; default: none
 * @param shardingKey of these shards; default: they take turns
 */
export async function openTableWithLedger(
  connection: Connection,
  columns = "image_id UInt32, author String, age Nullable(UInt8), caption String",
  // A key that can't be sorted by still has to be refused, not to fail here.
  clauses = `ORDER BY ${/^image_id \w+ (ALIAS|EPHEMERAL)/.test(columns) ? "tuple()" : "image_id"}`,
  more: (table: string) => readonly string[] = () => [],
  given: GivenSpec = {},
  others: readonly Connection[] = [],
  shardingKey?: string,
): Promise<TableWithLedger> {
  const cluster = [connection, ...others].map(address).join(",");
  const session = await openSessions(
    connection,
    others.length === 0 ? undefined : cluster,
    undefined,
    shardingKey,
  );
  const { client } = session;
  const name = { database: connection.database, table: `t_${randomUUID().slice(0, 8)}` };
  const names = ledgerNames(name.table);
  const { runs, steps } = declareLedgerTables(names);
  for (const state of [runs, steps])
    await client.command({ query: createTableSql(state, connection.database) });
  for (const at of clientsOf(client, session)) {
    await at.command({
      query: `CREATE TABLE ${name.table} (${columns}) ${clauses.startsWith("ENGINE") ? "" : "ENGINE = MergeTree "}${clauses}`,
    });
    for (const query of more(name.table)) await at.command({ query });
  }
  const definition = (await readSpreadDefinition(session, name))!;
  const table = targetTable(definition, chooseDomain(definition.facts, given));
  const ledger = session.ledger(names, name);
  const access = { connection, client, table, ledger, given, others: otherTables({ client, ledger }) };
  const run = async (intent: Intent) => {
    const events: RunEvent[] = [];
    const stop = new AbortController().signal;
    await runFaker({ ...access, ...thisHost("terminal"), stop, emit: (event) => events.push(event) }, intent);
    return events;
  };
  return {
    ...access,
    run,
    async sql(...statements) {
      for (const statement of statements) {
        const query = statement.replace(/\bt\b/, name.table);
        await client.command({ query, clickhouse_settings: { wait_end_of_query: 1, mutations_sync: "2" } });
      }
    },
    fill: (rows, flags = {}) =>
      run(
        intentOf(
          parseRequest({
            rows: `${rows}`,
            seed: SEED,
            batchSize: "2000",
            writer: "native",
            threads: "1",
            ...flags,
          }),
        ),
      ),
    examined: async () => ({
      client,
      table,
      columns: coverColumns(table.model, table.domain).compared,
      expected: new MadeChecksums(SEED, table),
      columnsAt: await access.ledger.columnsAt(),
    }),
    close: session.close,
  };
}
