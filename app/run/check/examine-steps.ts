import { Refusal } from "../../errors";
import { rangeOf, type StepRow } from "../../ledger/step-row";
import type { Range } from "../../plan/range";
import type { Model } from "../../model/column";
import { rangeChecksums } from "../../table/checksum";
import type { RecognisedRows } from "../../table/remove-rows";
import { missingIds, type RangeDifference, survey } from "../../table/survey";
import type { KeyedTable } from "../../table/table-key";
import type { Damage } from "./damage";
import { columnsOf, type Examined } from "./examined";

/** A step with more holes than this is removed and written whole: one insert per hole would take longer. */
const MANY_HOLES = 8;

/**
 * Checks steps against the table, and decides for each that is in doubt or differs what is to be done; changes
 * nothing.
 * @param steps by first id, disjoint
 * @throws Refusal `foreign-rows` where rows in a step's range are not the ones that the step makes
 */
export async function examineSteps(examined: Examined, steps: readonly StepRow[]): Promise<Damage[]> {
  const ranges = steps.map(rangeOf);
  const differences = new Map(
    (await survey(examined.client, examined.table, ranges)).map((found) => [found.range.first, found]),
  );
  const damage: Damage[] = [];
  for (const step of steps) {
    const found = differences.get(step.first_row);
    if (found === undefined && step.state === "written") continue;
    damage.push(await examine(examined, step, found));
  }
  return damage;
}

async function examine(
  examined: Examined,
  step: StepRow,
  found: RangeDifference | undefined,
): Promise<Damage> {
  const { client, table } = examined;
  const range = rangeOf(step);
  const whole = {
    range,
    lacks: [range],
    known: true,
    checksum: undefined,
    recorded: step.state === "written",
  } as const;
  if (found?.copies === 0) return { ...whole, held: undefined, remove: false };
  if (found !== undefined && found.copies === undefined && found.found !== found.distinct)
    throw foreign(table, range);
  const lacks =
    found === undefined || found.copies !== undefined ? [] : await missingIds(client, table, range);
  const { common, more, fewer } = columnsOf(examined, step);
  const { checksum, held } = await requireOurs(examined, range, common, found?.copies ?? 1, lacks);
  // A step of which some rows have columns that others lack would have no checksum of its own.
  if (found?.copies !== undefined || lacks.length > MANY_HOLES || more || fewer)
    return { ...whole, held, remove: true };
  return { ...whole, lacks, checksum, held, remove: false };
}

/** @returns the checksum of the whole range, once, and what it holds */
async function requireOurs(
  { client, table, expected }: Examined,
  range: Range,
  columns: Model,
  copies: number,
  lacks: readonly Range[],
): Promise<{ checksum: bigint; held: RecognisedRows }> {
  const [found] = await rangeChecksums(client, table, columns, [range]);
  const due = await expected.of(range, columns);
  let rest = BigInt(copies) * due;
  for (const lack of lacks) rest -= await expected.of(lack, columns);
  if (found!.checksum !== BigInt.asUintN(64, rest)) throw foreign(table, range);
  return { checksum: due, held: { ...found!, columns } };
}

function foreign({ name }: KeyedTable, { first, rows }: Range): Refusal {
  return new Refusal(
    "foreign-rows",
    `The table ${name.table} holds rows with image ids ${first} to ${first + rows - 1} that this run did not write, or some of them twice: nothing is deleted; remove them, or start elsewhere with --start-image-id`,
    { first, rows },
  );
}
