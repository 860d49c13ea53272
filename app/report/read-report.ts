import { existsSync } from "node:fs";
import { findLedgers } from "../ledger/find-ledgers";
import { readQueryResults } from "../queries/query-results";
import { resultsFile } from "../queries/results-file";
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
  const measured = resultsFile(folder, name);
  const facts = await askFacts({
    client,
    definition,
    findFilled: () => filledTable(options, definition),
    queries: existsSync(measured) ? readQueryResults(measured) : undefined,
    ...(onProgress && { onProgress }),
  });
  return reportPage(facts);
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
