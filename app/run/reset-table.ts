import { Refusal } from "../errors";
import { runRecords } from "../ledger/summarize";
import type { StepRow } from "../ledger/ledger";
import { rangeChecksums } from "../table/checksum";
import { spansOf } from "../table/id-range";
import { removeRange } from "../table/remove-range";
import { serverNow } from "../table/table-state";
import { coverColumns } from "../rows/column-coverage";
import { barrier } from "./barrier";
import { columnsByEpoch } from "./claim-facts";
import { ExpectedChecksums } from "./expected-checksum";
import { Ownership } from "./ownership";
import { columnsOf, type Examined, examineSteps } from "./repair";
import type { RunOptions } from "./run-faker";

/**
 * Removes what the ledger's runs wrote, and only that, and forgets them.
 * @throws Refusal where rows stand in their ranges that they did not write; nothing is removed then
 */
export async function resetTable(options: RunOptions): Promise<void> {
  const { client, ledger, table, owner, clock } = options;
  const facts = { intent: "reset", run_id: `reset/${owner.id}`, seed: "", stream_versions: "{}", columns: "[]", first_image_id: 0, target_rows: 0, batch_size: 0, checkpoint_interval: 0 };
  const { ownership, tookOver } = await Ownership.claim(ledger, { ...owner, id: `${owner.id}-reset` }, clock, facts, () => serverNow(client));
  let outcome = "refused";
  try {
    if (tookOver) await barrier(client, table.name);
    const claims = await ledger.runs();
    const all = await ledger.steps();
    const columns = coverColumns(table.model).filled;
    for (const { runId, seed } of runRecords(claims, all)) {
      const steps = all.filter((step) => step.run_id === runId);
      const examined = { client, name: table.name, columns, columnsAt: columnsByEpoch(claims), expected: new ExpectedChecksums(seed, table.model) };
      const damaged = new Set((await examineSteps(examined, steps)).map(({ range }) => range.first));
      await requireUnaltered(examined, steps.filter((step) => !damaged.has(step.first_image_id)));
    }
    const ranges = all.map((step) => ({ first: step.first_image_id, rows: step.rows })).sort((a, b) => a.first - b.first);
    for (const range of spansOf(ranges)) {
      await ownership.commit();
      await removeRange(client, table.name, range);
    }
    const revision = ownership.epoch * 2 ** 24 + 1;
    await ledger.addSteps(all.map((step) => ({ ...step, state: "dropped", checksum: 0n, revision, at: undefined })));
    outcome = "removed";
  } finally {
    await ownership.release(outcome).catch(() => ownership.abandon());
  }
}

/** Holds recorded steps that are there once and whole against the checksums of when they were written. */
async function requireUnaltered(examined: Examined, steps: readonly StepRow[]): Promise<void> {
  const sameColumns = new Map<string, StepRow[]>();
  for (const step of steps) {
    const { common, fewer } = columnsOf(examined, step);
    const key = JSON.stringify([fewer, ...common.map(({ name }) => name)]);
    sameColumns.set(key, [...(sameColumns.get(key) ?? []), step]);
  }
  for (const group of sameColumns.values()) {
    const { common, fewer } = columnsOf(examined, group[0]!);
    const ranges = group.map((step) => ({ first: step.first_image_id, rows: step.rows }));
    for (const [i, { range, checksum }] of (await rangeChecksums(examined.client, examined.name, common, ranges)).entries()) {
      // What was recorded counts the columns that are gone, too.
      if (checksum === (fewer ? await examined.expected.of(range, common) : group[i]!.checksum)) continue;
      throw new Refusal("foreign-rows", `--reset removes only rows that Data Faker wrote, but among image ids ${range.first} to ${range.first + range.rows - 1} are others, or altered ones: remove these rows yourself first`, { ...range });
    }
  }
}
