import { grouped } from "../request/whole-number";
import type { RunEvent } from "../run/run-event";
import { inInput, inRetry } from "./input-wording";

/** Milliseconds between two lines of progress. */
const EVERY = 3_000;

/**
 * Turns the events of a run into lines of Moose's log, where what a task prints on the console goes.
 * @param workflow asks for more rows where there is nothing to do; `undefined`: nobody is told how
 */
export function runLog(table: string, workflow?: string): (event: RunEvent) => void {
  let [since, rowsThen] = [performance.now(), 0];
  return (event) => {
    switch (event.kind) {
      case "planned": {
        const { plan } = event;
        [since, rowsThen] = [performance.now(), plan.rowsInserted];
        const verb = plan.resumed ? `going on from ${grouped(plan.rowsInserted)} rows, writing` : "writing";
        return console.info(
          `${table}: ${verb} ${grouped(plan.rowsToWrite)} rows, seed ${JSON.stringify(plan.seed)}, rows ${grouped(plan.firstRow)} to ${grouped(plan.firstRow + plan.targetRows - 1)}, ${grouped(plan.batchSize)} rows a batch`,
        );
      }
      case "progress": {
        const { rowsInserted, targetRows } = event.progress;
        const elapsed = performance.now() - since;
        if (elapsed < EVERY) return;
        const rate = ((rowsInserted - rowsThen) / elapsed) * 1000;
        [since, rowsThen] = [performance.now(), rowsInserted];
        return console.info(
          `${table}: ${((100 * rowsInserted) / targetRows).toFixed(1)} %, ${grouped(rowsInserted)} of ${grouped(targetRows)} rows, ${grouped(Math.round(rate))} rows/s`,
        );
      }
      case "finished": {
        const { outcome, message, rowsInserted, targetRows, rowsWritten, elapsedSeconds, averageRate } =
          event.summary;
        if (outcome === "nothing-to-do") {
          const more = `; for more: moose-cli workflow run ${workflow} --input '{"rows": ${2 * rowsInserted}}'`;
          return console.info(`${table}: nothing to do: ${message}${workflow === undefined ? "" : more}`);
        }
        return console.info(
          `${table}: ${outcome}, ${grouped(rowsInserted)} of ${grouped(targetRows)} rows; ${grouped(rowsWritten)} written in ${elapsedSeconds.toFixed(1)} s, ${grouped(Math.round(averageRate))} rows/s${message === undefined ? "" : `; ${message}`}`,
        );
      }
      case "notice":
        return console.info(`${table}: ${inInput(event.message)}`);
      case "warning":
        return console.warn(`${table}: ${inInput(event.message)}`);
      case "retry":
        // Errors alone reach Moose's terminal.
        return console.error(
          `${table}: attempt ${event.attempt} failed, the next one in ${Math.ceil(event.delaySeconds)} s: ${inRetry(event.reason)}`,
        );
      case "stopping":
        return console.info(`${table}: stopping after the batches under way: ${event.reason}`);
    }
  };
}
