import { Refusal } from "../errors";
import { coverColumns } from "../rows/column-coverage";
import { rangeChecksums } from "../table/checksum";
import { removeRange } from "../table/remove-range";
import { serverNow } from "../table/table-state";
import { barrier } from "./batch-sender";
import { Ownership } from "./ownership";
import type { RunOptions } from "./run-faker";
import { surveySteps } from "./repair";

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
    const steps = (await ledger.steps()).sort((a, b) => a.first_image_id - b.first_image_id);
    const ranges = steps.map((step) => ({ first: step.first_image_id, rows: step.rows }));
    const differs = new Map((await surveySteps(client, table.name, steps)).map((difference) => [difference.range.first, difference]));
    const sums = await rangeChecksums(client, table.name, coverColumns(table.model).filled, ranges);
    steps.forEach((step, i) => {
      const difference = differs.get(step.first_image_id);
      const altered = difference === undefined && step.state === "written" && sums[i]!.checksum !== step.checksum;
      if (altered || (difference !== undefined && difference.found > difference.distinct)) {
        const { first, rows } = ranges[i]!;
        throw new Refusal("foreign-rows", `--reset removes only rows that Data Faker wrote, but among image ids ${first} to ${first + rows - 1} are others, or altered ones: remove these rows yourself first`, { first, rows });
      }
    });
    for (const range of spans(ranges)) {
      await ownership.commit();
      await removeRange(client, table.name, range);
    }
    const revision = ownership.epoch * 2 ** 24 + 1;
    await ledger.addSteps(steps.map((step) => ({ ...step, state: "dropped", checksum: 0n, revision, at: undefined })));
    outcome = "removed";
  } finally {
    await ownership.release(outcome).catch(() => ownership.abandon());
  }
}

/** Neighbouring ranges as one. */
function spans(ranges: readonly { first: number; rows: number }[]): { first: number; rows: number }[] {
  const joined: { first: number; rows: number }[] = [];
  for (const { first, rows } of ranges) {
    const before = joined.at(-1);
    if (before && before.first + before.rows === first) before.rows += rows;
    else joined.push({ first, rows });
  }
  return joined;
}
