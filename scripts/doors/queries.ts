import path from "node:path";
import { findQueries } from "../../app/queries/find-queries";
import { measureQueries } from "../../app/queries/measure-queries";
import { type QueryResults, writeQueryResults } from "../../app/queries/query-results";
import { readServer } from "../../app/queries/server-settings";
import { withSize } from "../../app/queries/with-size";
import { openClient } from "../../app/server/client";
import { readTableDefinition } from "../../app/table/target-table";
import type { Commands } from "../cli/commands";
import { formatCount } from "../../app/request/format";
import { renderSize } from "../terminal/queries-view";
import { listenForStop } from "../terminal/stop-signals";
import { styleFor } from "../terminal/style";
import { printAnswer } from "./print-answer";
import { printLine } from "./print-line";
import { tableMissing } from "./prepare-tables";
import { IMAGES } from "./server";
import { tableRun } from "./table-run";
import { resultsFile } from "./results-file";
import { withServer } from "./with-server";

/** What parameters are drawn with where nothing says it. */
const SEED = "42";

/** Measures queries on a table, prints what they take, and keeps it in a file. */
export const queries: Commands["queries"] = (invocation) =>
  withServer(invocation.place, async (server) => {
    const { name, connection, directory } = server;
    const definition = await readTableDefinition(server.client, name);
    if (definition === undefined) throw tableMissing(server);
    const folder = directory ?? process.cwd();
    const found = findQueries(invocation.queries, folder, name.table === IMAGES);
    const run = await tableRun(server);
    const seed = invocation.seed ?? run?.seed ?? SEED;
    const style = styleFor(process.stdout, process.env);
    const signals = listenForStop((code) => process.exit(code));
    // Queries name tables of the table's own database.
    const client = openClient({ ...connection, database: name.database }, { connections: 512 });
    try {
      const { loads, bounds } = invocation;
      if (!process.stdout.isTTY)
        printLine(`Measuring ${formatCount(found.length)} queries on ${name.database}.${name.table}`);
      const size = await measureQueries({
        client,
        table: definition,
        queries: found,
        loads,
        bounds,
        seed,
        signal: signals.signal,
        step: (done, of, query) => showStep(done, of, query),
      });
      clearStep();
      const file = invocation.out ?? resultsFile(folder, name);
      const fresh: QueryResults = {
        format: 1,
        measuredAt: size.measuredAt,
        table: name,
        seed,
        run: run === undefined ? null : { seed: run.seed, streams: run.streamVersions },
        server: await readServer(client),
        sizes: [],
        estimates: [],
      };
      writeQueryResults(file, withSize(file, fresh, size));
      const text = `${renderSize(size, style)}\n\nKept in ${path.relative(process.cwd(), file) || file}`;
      const printed = await printAnswer(text);
      return size.queries.some(({ latency }) => latency === null) ? 1 : printed;
    } catch (error) {
      if (signals.exitCode() === undefined) throw error;
      clearStep();
      return signals.exitCode()!;
    } finally {
      signals.dispose();
      await client.close();
    }
  });

function showStep(done: number, of: number, query: string): void {
  if (process.stdout.isTTY)
    process.stdout.write(`\r\x1b[K${Math.floor((100 * done) / of)} %  ${query.slice(0, 60)}`);
}

function clearStep(): void {
  if (process.stdout.isTTY) process.stdout.write("\r\x1b[K");
}
