import { renameSync, writeFileSync } from "node:fs";
import { EnvironmentFailure } from "../../app/errors";
import { readReport, type ReadReportOptions } from "../../app/report/read-report";
import { formatBytes, formatDuration } from "../../app/request/format";
import type { Commands } from "../cli/commands";
import { chooseLedger } from "./choose-ledger";
import { tableMissing } from "./prepare-tables";
import { printLine } from "./print-line";
import { withServer } from "./with-server";

/** Writes a page that shows what the data of a table looks like. */
export const report: Commands["report"] = ({ out, place }) =>
  withServer(place, async (server) => {
    const { name, directory, stateTables } = server;
    const began = performance.now();
    const page = await readReport({
      session: server,
      name,
      folder: directory ?? process.cwd(),
      chooseLedgers: (found) => (stateTables === undefined ? found : [chooseLedger(found, stateTables)]),
      ...shown(),
    });
    if (page === undefined) throw tableMissing(server);
    write(out, page);
    const seconds = (performance.now() - began) / 1000;
    printLine(
      `Written: ${out} (${formatBytes(Buffer.byteLength(page))}, in ${formatDuration(seconds)}); open it in a browser`,
    );
    return 0;
  });

/** What is asked now, on a terminal: one line that is written over. */
function shown(): Pick<ReadReportOptions, "onProgress"> {
  if (process.stderr.isTTY !== true) return {};
  const onProgress = (what: string, done: number, of: number) =>
    void process.stderr.write(
      `\r\x1b[2K${what}${of > 1 ? `: ${done} of ${of}` : ""}${done === of ? "\r\x1b[2K" : ""}`,
    );
  return { onProgress };
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
