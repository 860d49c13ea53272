import { requireAllSeen } from "../../table/hidden-rows";
import type { ExpectedChecksums } from "../check/expected-checksum";
import type { RunOptions } from "../session/run-options";
import type { ClaimedRun } from "./claimed-run";

/**
 * Shortens announced steps that reach past the run's end, as after a kill and a smaller target, and removes
 * what they wrote there.
 * @throws Refusal `foreign-rows` where other rows stand there, `reads-filtered`
 */
export async function shortenSteps(
  { client, table }: RunOptions,
  run: ClaimedRun,
  expected: ExpectedChecksums,
): Promise<void> {
  const end = run.settings.firstRow + run.settings.targetRows;
  for (const step of await run.spans()) {
    const { first_row: first, rows, state } = step;
    if (state === "written" || first + rows <= end) continue;
    const keep = Math.max(0, end - first);
    const rest = { first: first + keep, rows: rows - keep };
    await run.retries.run(() => requireAllSeen(client, table));
    const [found] = await run.examine([{ ...step, first_row: rest.first, rows: rest.rows }], expected);
    if (found?.held !== undefined) await run.remove([found.held]);
    if (keep === 0) run.log.drop({ first, rows });
    await run.log.tick(keep === 0 ? [] : [{ first, rows: keep }]);
  }
}
