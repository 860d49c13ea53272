import { grouped } from "../request/whole-number";
import { Refusal } from "../errors";
import { runRecords } from "../ledger/run-records";
import type { StepRow } from "../ledger/step-row";
import { stepRevision } from "../ledger/step-revision";
import type { Range } from "../plan/range";
import { requireAllSeen } from "../table/hidden-rows";
import { clientsOf } from "../table/shards";
import { type RecognisedRows, removeRows } from "../table/remove-rows";
import { coverColumns } from "../rows/column-coverage";
import { awaitEarlierInserts } from "./claim/earlier-inserts";
import { awaitEarlierRemovals } from "./claim/earlier-removals";
import { compareSteps } from "./check/differing-steps";
import { refuseOtherShards } from "./check/other-shards";
import { MadeChecksums } from "./check/expected-checksum";
import { emptyClaim } from "./claim/claim-facts";
import { claimTable } from "./claim/claim-table";
import { examineSteps } from "./check/examine-steps";
import { tableOfRun } from "./session/meant-table";
import type { RunOptions } from "./session/run-options";

type ResetOptions = Pick<RunOptions, "client" | "ledger" | "table" | "owner" | "clock">;

/**
 * Removes what the ledger's runs wrote, and only that, and forgets them.
 * @throws Refusal where rows stand in their ranges that they did not write, or reads are filtered; nothing is
 * removed then
 * @returns how many rows were removed
 */
export async function resetTable({ client, ledger, table, owner, clock }: ResetOptions): Promise<number> {
  const { ownership, tookOver } = await claimTable(
    { client, ledger, owner: { ...owner, id: `${owner.id}-reset` }, clock },
    emptyClaim(`reset/${owner.id}`),
  );
  try {
    if (tookOver) {
      for (const at of clientsOf(client, table)) {
        await awaitEarlierInserts(at, table.name, clock);
        await awaitEarlierRemovals(at, table.name, clock);
      }
    }
    await requireAllSeen(client, table);
    // Nothing is removed before all of it is recognised.
    const runs = await recognise({ client, ledger, table });
    let ticks = 0;
    for (const { steps, held } of runs) {
      const byFirst = new Map(steps.map((step) => [step.first_row, step]));
      const drop = async (ranges: readonly Range[]) => {
        const revision = stepRevision(ownership.epoch, ++ticks);
        const dropped = { state: "dropped", checksum: 0n, revision, at: undefined } as const;
        await ownership.commit();
        await ledger.addSteps(ranges.map(({ first }) => ({ ...byFirst.get(first)!, ...dropped })));
      };
      await removeRows(client, table, held, { commit: ownership.commit, gone: drop });
    }
    await ownership.release("removed");
    return runs.flatMap(({ held }) => held).reduce((sum, { rows }) => sum + rows, 0);
  } catch (error) {
    // After any failure but a refusal a DELETE may still be under way: the next owner waits for it.
    if (error instanceof Refusal) await ownership.release("refused").catch(() => ownership.abandon());
    else ownership.abandon();
    throw error;
  }
}

interface RecognisedRun {
  readonly steps: readonly StepRow[];
  /** One element a step, by first row. */
  readonly held: readonly RecognisedRows[];
}

/** @throws Refusal `foreign-rows` */
async function recognise({
  client,
  ledger,
  table,
}: Pick<ResetOptions, "client" | "ledger" | "table">): Promise<RecognisedRun[]> {
  const claims = await ledger.newestRuns();
  const logged = await ledger.steps();
  const runs: RecognisedRun[] = [];
  const columnsAt = await ledger.columnsAt();
  const specs = await ledger.specs();
  // What a run that was forgotten announced late is no reason to remove anything.
  const known = runRecords(claims, logged);
  refuseOtherShards(table, known);
  for (const { runId, seed, columns: filled } of known) {
    const steps = logged.filter((step) => step.run_id === runId);
    const made = tableOfRun(table, { runId, columns: filled }, specs);
    const examined = {
      client,
      table: made,
      columns: coverColumns(made.model, made.domain).compared,
      columnsAt,
      expected: new MadeChecksums(seed, made),
    };
    const damage = new Map((await examineSteps(examined, steps)).map((found) => [found.range.first, found]));
    const sound = await compareSteps(
      examined,
      steps.filter(({ first_row }) => !damage.has(first_row)),
    );
    const altered = sound.find(({ same }) => !same);
    if (altered !== undefined) throw foreign(altered.step);
    const { columns } = examined;
    const rest = [...damage.values()].map(
      ({ range, held }) => held ?? { range, rows: 0, checksum: 0n, columns },
    );
    const held = [...sound.map((compared) => compared.held), ...rest];
    runs.push({ steps, held: held.sort((a, b) => a.range.first - b.range.first) });
  }
  return runs;
}

function foreign({ first_row: first, rows }: StepRow): Refusal {
  return new Refusal(
    "foreign-rows",
    `--reset removes only rows that Data Faker wrote, but the rows ${grouped(first)} to ${grouped(first + rows - 1)} include other rows or altered ones: remove those yourself first`,
    { first, rows },
  );
}
