import { existsSync } from "node:fs";
import path from "node:path";
import { findLedgers } from "../ledger/find-ledgers";
import type { QueryResults } from "../queries/query-results";
import { readKeptFile } from "../queries/read-kept-file";
import { resultsFile } from "../queries/results-file";
import { quoted } from "../request/quoted";
import { allLedgers } from "../run/session/all-ledgers";
import { openTable } from "../run/session/meant-table";
import { otherTables } from "../run/session/other-tables";
import type { ServerSession } from "../run/session/server-session";
import type { TableName } from "../server/table-name";
import { readTableDefinition, type TableDefinition } from "../table/target-table";
import { askFacts, type FilledTable, type ReportOptions } from "./report-facts";
import { reportPage } from "./report-page";

export interface ReadReportOptions {
  readonly session: Pick<ServerSession, "client" | "connection" | "ledger">;
  readonly name: TableName;
  /** The project's, where results of queries are kept. */
  readonly folder: string;
  /** Chooses among the prefixes of the state tables that there are. Default: all. */
  readonly chooseLedgers?: (found: readonly string[]) => readonly string[];
  readonly onProgress?: ReportOptions["onProgress"];
}

/**
 * The report of a table, as an HTML page.
 * @returns `undefined` where there is no such table, or the user may not see it
 */
export async function readReport(options: ReadReportOptions): Promise<string | undefined> {
  const { session, name, folder, onProgress } = options;
  const { client } = session;
  const definition = await readTableDefinition(client, name);
  if (definition === undefined) return undefined;
  const kept = keptQueries(folder, name);
  const facts = await askFacts({
    client,
    definition,
    findFilled: () => filledTable(options, definition),
    queries: typeof kept === "string" ? undefined : kept,
    ...(onProgress && { onProgress }),
  });
  const leftOut = typeof kept === "string" ? [`What queries take: ${kept}`] : [];
  return reportPage({ ...facts, leftOut: [...facts.leftOut, ...leftOut] });
}

/** What is kept of the table's queries, or in a line why that can't be shown. */
function keptQueries(folder: string, { database, table }: TableName): QueryResults | string | undefined {
  const file = resultsFile(folder, { database, table });
  const kept = existsSync(file) ? readKeptFile(file, folder) : undefined;
  if (typeof kept !== "object" || (kept.table.database === database && kept.table.table === table))
    return kept;
  const other = `${kept.table.database}.${kept.table.table}`;
  return `${path.relative(folder, file)}: it has the results of ${quoted(other)}`;
}

/** The table as its newest run means it; `undefined` where no run is recorded. */
async function filledTable(
  { session, name, chooseLedgers = (found) => found }: ReadReportOptions,
  definition: TableDefinition,
): Promise<FilledTable | undefined> {
  const { client, connection } = session;
  const prefixes = chooseLedgers(await findLedgers(client, connection.database));
  for (const ledger of await allLedgers(session, prefixes)) {
    if (ledger.target.database !== name.database || ledger.target.table !== name.table) continue;
    const table = await openTable(definition, { client, ledger, others: otherTables({ client, ledger }) });
    return { table, ledger };
  }
  return undefined;
}
