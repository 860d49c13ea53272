import { Refusal } from "../errors";
import { columnsByEpoch, runRecords } from "../ledger/run-records";
import { rangeOf, type StepRow } from "../ledger/step-row";
import { stepRevision } from "../ledger/step-revision";
import { spansOf } from "../plan/range";
import { removeRange } from "../table/remove-range";
import { coverColumns } from "../rows/column-coverage";
import { awaitEarlierInserts } from "./claim/earlier-inserts";
import { differingSteps } from "./check/differing-steps";
import { ExpectedChecksums } from "./check/expected-checksum";
import { emptyClaim } from "./claim/claim-facts";
import { claimTable } from "./claim/claim-table";
import { examineSteps } from "./check/examine-steps";
import type { RunOptions } from "./session/run-options";

type ResetOptions = Pick<RunOptions, "client" | "ledger" | "table" | "owner" | "clock">;

/**
 * Removes what the ledger's runs wrote, and only that, and forgets them.
 * @throws Refusal where rows stand in their ranges that they did not write; nothing is removed then
 */
export async function resetTable({ client, ledger, table, owner, clock }: ResetOptions): Promise<void> {
  const { ownership, tookOver } = await claimTable(
    { client, ledger, owner: { ...owner, id: `${owner.id}-reset` }, clock },
    emptyClaim(`reset/${owner.id}`),
  );
  let outcome = "refused";
  try {
    if (tookOver) await awaitEarlierInserts(client, table.name, clock);
    const claims = await ledger.runs();
    const logged = await ledger.steps();
    const records = runRecords(claims, logged);
    const known = new Set(records.map(({ runId }) => runId));
    // What a run that was forgotten announced late is no reason to remove anything.
    const all = logged.filter(({ run_id }) => known.has(run_id));
    const columns = coverColumns(table.model, table.domain).compared;
    for (const { runId, seed } of records) {
      const steps = all.filter((step) => step.run_id === runId);
      const examined = {
        client,
        table,
        columns,
        columnsAt: columnsByEpoch(claims),
        expected: new ExpectedChecksums(seed, table),
      };
      const damaged = new Set((await examineSteps(examined, steps)).map(({ range }) => range.first));
      const [altered] = await differingSteps(
        examined,
        steps.filter((step) => !damaged.has(step.first_row)),
      );
      if (altered !== undefined) throw foreign(altered);
    }
    const ranges = all.map(rangeOf).sort((a, b) => a.first - b.first);
    for (const range of spansOf(ranges)) {
      await ownership.commit();
      await removeRange(client, table, range);
    }
    const revision = stepRevision(ownership.epoch, 1);
    await ledger.addSteps(
      all.map((step) => ({ ...step, state: "dropped", checksum: 0n, revision, at: undefined })),
    );
    outcome = "removed";
  } finally {
    await ownership.release(outcome).catch(() => ownership.abandon());
  }
}

function foreign({ first_row: first, rows }: StepRow): Refusal {
  return new Refusal(
    "foreign-rows",
    `--reset removes only rows that Data Faker wrote, but image ids ${first} to ${first + rows - 1} include other rows or altered ones: remove those yourself first`,
    { first, rows },
  );
}
