import { missingIds } from "../table/survey";
import { serverNow } from "../table/table-state";
import { pieces } from "../plan/steps";
import { createRowGenerator, MAX_BLOCK_ROWS } from "../rows/row-generator";
import { BatchSender, type BatchSenderOptions, barrier } from "./batch-sender";
import type { Finding } from "./finding";
import type { Clock } from "./owner";
import { Ownership } from "./ownership";
import type { VerifyOptions } from "./verify-table";

export interface RepairOptions extends VerifyOptions, Pick<BatchSenderOptions, "writer" | "random" | "emit"> {
  readonly clock: Clock;
}

/**
 * Writes the rows that verification found missing, and nothing else, under a claim on the table for each run. The steps
 * of the ledger stay as they are: they say what should be there.
 * @returns rows written
 * @throws Refusal `run-under-way`
 */
export async function repairMissing(options: RepairOptions, findings: readonly Finding[]): Promise<number> {
  const missing = findings.filter(({ kind }) => kind === "missing");
  let rows = 0;
  for (const runId of new Set(missing.map((finding) => finding.runId!))) {
    rows += await repairRun(options, runId, missing.filter((finding) => finding.runId === runId));
  }
  return rows;
}

async function repairRun(options: RepairOptions, runId: string, missing: readonly Finding[]): Promise<number> {
  const { client, ledger, table, owner, clock } = options;
  const { name } = table;
  const claims = (await ledger.runs()).filter((row) => row.kind === "claim" && row.run_id === runId);
  const { at: _at, target_table: _table, ...facts } = claims.at(-1)!;
  const { ownership, tookOver } = await Ownership.claim(ledger, { ...owner, id: `${owner.id}/${runId}` }, clock, facts, () => serverNow(client));
  try {
    if (tookOver) await barrier(client, name);
    const sender = new BatchSender({ ...options, name, generator: createRowGenerator(facts.seed, table.model), ownership });
    // Another run may have written, or removed, some of it since.
    const steps = (await ledger.steps(runId)).filter((step) => step.state === "written");
    let rows = 0;
    for (const { range } of missing) {
      for (const piece of pieces([range], MAX_BLOCK_ROWS)) {
        for (const step of steps) {
          const first = Math.max(piece.first, step.first_image_id);
          const end = Math.min(piece.first + piece.rows, step.first_image_id + step.rows);
          if (first >= end) continue;
          for (const lack of await missingIds(client, name, { first, rows: end - first })) {
            await sender.send(lack);
            rows += lack.rows;
          }
        }
      }
    }
    await ownership.release("repaired");
    return rows;
  } catch (error) {
    // An insert may still arrive: whoever takes over waits for it.
    ownership.abandon();
    throw error;
  }
}
