import type { ClickHouseClient } from "@clickhouse/client";
import { Refusal } from "../errors";
import type { StepRow } from "../ledger/ledger";
import type { Range } from "../plan/steps";
import type { Model } from "../model/column";
import { rangeChecksums } from "../table/checksum";
import { removeRange } from "../table/remove-range";
import { missingIds, type RangeDifference, survey } from "../table/survey";
import type { TableName } from "../table/table-name";
import type { BatchSender } from "./batch-sender";
import type { StepLog } from "./step-log";

/** A step of the ledger, and the ids of it that the table lacks. */
export interface Damage {
  readonly step: Range;
  readonly lacks: readonly Range[];
  /** Whether it was recorded as written: then somebody removed rows. */
  readonly recorded: boolean;
}

/** A step with more holes than this is removed and written whole: an insert a hole would take longer. */
const MANY_HOLES = 8;

/** Holds all steps of the ledger against the table; no row is touched. */
export async function surveySteps(client: ClickHouseClient, name: TableName, steps: readonly StepRow[]): Promise<RangeDifference[]> {
  return survey(client, name, steps.map((step) => ({ first: step.first_image_id, rows: step.rows })));
}

/**
 * Decides for every step that differs what to write, and removes rows of ours that stand several times.
 * @throws Refusal `foreign-rows` where rows in a step's range are not the ones that the step makes
 */
export async function findDamage(client: ClickHouseClient, name: TableName, columns: Model, sender: BatchSender, steps: readonly StepRow[], differences: readonly RangeDifference[]): Promise<Damage[]> {
  const byFirst = new Map(differences.map((difference) => [difference.range.first, difference]));
  const damage: Damage[] = [];
  for (const step of steps) {
    const range = { first: step.first_image_id, rows: step.rows };
    const difference = byFirst.get(range.first);
    const recorded = step.state === "written";
    if (difference === undefined) {
      if (!recorded) {
        await requireOurs(client, name, columns, sender, range, 1);
        damage.push({ step: range, lacks: [], recorded });
      }
    } else if (difference.copies === 0) damage.push({ step: range, lacks: [range], recorded });
    else if (difference.copies !== undefined) {
      await requireOurs(client, name, columns, sender, range, difference.copies);
      await sender.requireClaim();
      await removeRange(client, name, range);
      damage.push({ step: range, lacks: [range], recorded });
    } else if (difference.found === difference.distinct) {
      const lacks = await missingIds(client, name, range);
      await requireOurs(client, name, columns, sender, range, 1, lacks);
      const scattered = lacks.length > MANY_HOLES;
      if (scattered) {
        await sender.requireClaim();
        await removeRange(client, name, range);
      }
      damage.push({ step: range, lacks: scattered ? [range] : lacks, recorded });
    } else throw foreign(name, range);
  }
  return damage;
}

/** Shortens announced steps that reach past the run's end, as after a kill and a smaller target, and removes what they wrote there. */
export async function cutOff(steps: readonly StepRow[], end: number, client: ClickHouseClient, name: TableName, sender: BatchSender, log: StepLog): Promise<void> {
  for (const { first_image_id: first, rows, state } of steps) {
    if (state === "written" || first + rows <= end) continue;
    const keep = Math.max(0, end - first);
    await sender.requireClaim();
    await removeRange(client, name, { first: first + keep, rows: rows - keep });
    if (keep === 0) log.drop({ first, rows });
    await log.tick(keep === 0 ? [] : [{ first, rows: keep }]);
  }
}

async function requireOurs(client: ClickHouseClient, name: TableName, columns: Model, sender: BatchSender, range: Range, copies: number, lacks: readonly Range[] = []): Promise<void> {
  const [found] = await rangeChecksums(client, name, columns, [range]);
  const lacking = lacks.reduce((sum, lack) => sum + sender.checksumOf(lack), 0n);
  if (found!.checksum !== BigInt.asUintN(64, BigInt(copies) * sender.checksumOf(range) - lacking)) throw foreign(name, range);
}

function foreign(name: TableName, { first, rows }: Range): Refusal {
  return new Refusal(
    "foreign-rows",
    `The table ${name.table} holds rows with image ids ${first} to ${first + rows - 1} that this run did not write, or some of them twice: nothing is deleted; remove them, or begin elsewhere with --start-image-id`,
    { first, rows },
  );
}
