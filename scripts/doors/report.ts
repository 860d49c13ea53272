import { existsSync, renameSync, writeFileSync } from "node:fs";
import { EnvironmentFailure } from "../../app/errors";
import { findLedgers } from "../../app/ledger/find-ledgers";
import { readQueryResults } from "../../app/queries/query-results";
import { askFacts, type FilledTable, type ReportOptions } from "../../app/report/report-facts";
import { reportPage } from "../../app/report/report-page";
import { formatBytes, formatDuration } from "../../app/request/format";
import { allLedgers } from "../../app/run/session/all-ledgers";
import { openTable } from "../../app/run/session/meant-table";
import { otherTables } from "../../app/run/session/other-tables";
import { readTableDefinition, type TableDefinition } from "../../app/table/target-table";
import type { Commands } from "../cli/commands";
import { chooseLedger } from "./choose-ledger";
import { resultsFile } from "./results-file";
import { tableMissing } from "./prepare-tables";
import { printLine } from "./print-line";
import type { Server } from "./server";
import { withServer } from "./with-server";

/** Writes a page that shows what the data of a table looks like. */
export const report: Commands["report"] = ({ out, place }) =>
  withServer(place, async (server) => {
    const measured = resultsFile(server.directory ?? process.cwd(), server.name);
    const queries = existsSync(measured) ? readQueryResults(measured) : undefined;
    const definition = await readTableDefinition(server.client, server.name);
    if (definition === undefined) throw tableMissing(server);
    const began = performance.now();
    const findFilled = () => filledTable(server, definition);
    const facts = await askFacts({
      client: server.client,
      definition,
      findFilled,
      queries,
      onProgress: shown(),
    });
    const page = reportPage(facts);
    write(out, page);
    const seconds = (performance.now() - began) / 1000;
    printLine(
      `Written: ${out} (${formatBytes(Buffer.byteLength(page))}, in ${formatDuration(seconds)}); open it in a browser`,
    );
    return 0;
  });

/** The table as its newest run means it; `undefined` where no run is recorded. */
async function filledTable(server: Server, definition: TableDefinition): Promise<FilledTable | undefined> {
  const { client, connection, name, stateTables } = server;
  const found = await findLedgers(client, connection.database);
  const prefixes = stateTables === undefined ? found : [chooseLedger(found, stateTables)];
  for (const ledger of await allLedgers(server, prefixes)) {
    if (ledger.target.database !== name.database || ledger.target.table !== name.table) continue;
    const table = await openTable(definition, { client, ledger, others: otherTables({ client, ledger }) });
    return { table, ledger };
  }
  return undefined;
}

/** What is asked now, on a terminal: one line that is written over. */
function shown(): ReportOptions["onProgress"] {
  if (process.stderr.isTTY !== true) return undefined;
  return (what, done, of) =>
    process.stderr.write(
      `\r\x1b[2K${what}${of > 1 ? `: ${done} of ${of}` : ""}${done === of ? "\r\x1b[2K" : ""}`,
    );
}

/** Whole, or not at all. */
function write(file: string, page: string): void {
  const beside = `${file}.new`;
  try {
    writeFileSync(beside, page);
    renameSync(beside, file);
  } catch (error) {
    throw new EnvironmentFailure("report-unwritable", `--out ${file}: ${(error as Error).message}`);
  }
}
