import type { ClickHouseClient } from "@clickhouse/client";
import { Refusal } from "../../errors";
import { rangeOf, type StepRow } from "../../ledger/ledger";
import type { Range } from "../../plan/range";
import type { Model } from "../../model/column";
import { rangeChecksums } from "../../table/checksum";
import { missingIds, type RangeDifference, survey } from "../../table/survey";
import type { TableName } from "../../server/table-name";
import type { ExpectedChecksums } from "./expected-checksum";
import type { StepWork } from "../write/step-flow";

/** A step that is not known to be whole. */
export interface Damage extends StepWork {
  readonly known: true;
  /** Whether it was recorded as written: then somebody removed rows. */
  readonly recorded: boolean;
  /** Whether all of its range has to be removed before it is written. */
  readonly remove: boolean;
}

/** A step with more holes than this is removed and written whole: an insert a hole would take longer. */
const MANY_HOLES = 8;

export interface Examined {
  readonly client: ClickHouseClient;
  readonly name: TableName;
  /** The columns that are filled. */
  readonly columns: Model;
  readonly expected: ExpectedChecksums;
  /** The names of the columns that were filled under an epoch. */
  readonly columnsAt: (epoch: number) => readonly string[] | undefined;
}

/**
 * The columns that were filled when a step was written and still are.
 * @returns whether the model has come (`more`) or gone (`fewer`) by columns since
 */
export function columnsOf(
  { columns, columnsAt }: Pick<Examined, "columns" | "columnsAt">,
  step: StepRow,
): { common: Model; more: boolean; fewer: boolean } {
  const names = columnsAt(Math.floor(step.revision / 2 ** 24)) ?? columns.map(({ name }) => name);
  const common = columns.filter(({ name }) => names.includes(name));
  return { common, more: common.length < columns.length, fewer: common.length < names.length };
}

/**
 * Holds steps against the table, and decides for each that is in doubt or differs what is to be done; changes
 * nothing.
 * @param steps by first id, disjoint
 * @throws Refusal `foreign-rows` where rows in a step's range are not the ones that the step makes
 */
export async function examineSteps(examined: Examined, steps: readonly StepRow[]): Promise<Damage[]> {
  const ranges = steps.map(rangeOf);
  const differences = new Map(
    (await survey(examined.client, examined.name, ranges)).map((found) => [found.range.first, found]),
  );
  const damage: Damage[] = [];
  for (const step of steps) {
    const found = differences.get(step.first_row);
    if (found === undefined && step.state === "written") continue;
    damage.push(await examine(examined, step, found));
  }
  return damage;
}

/** What recorded steps lack, whatever else is wrong with them; changes nothing. */
export async function missingRows(
  { client, name }: Pick<Examined, "client" | "name">,
  steps: readonly StepRow[],
): Promise<Damage[]> {
  const written = steps.filter((step) => step.state === "written");
  const damage: Damage[] = [];
  for (const { range, copies } of await survey(client, name, written.map(rangeOf))) {
    const lacks = copies === 0 ? [range] : copies === undefined ? await missingIds(client, name, range) : [];
    if (lacks.length > 0)
      damage.push({ range, lacks, known: true, checksum: undefined, recorded: true, remove: false });
  }
  return damage;
}

async function examine(
  examined: Examined,
  step: StepRow,
  found: RangeDifference | undefined,
): Promise<Damage> {
  const { client, name } = examined;
  const range = rangeOf(step);
  const whole = {
    range,
    lacks: [range],
    known: true,
    checksum: undefined,
    recorded: step.state === "written",
  } as const;
  if (found?.copies === 0) return { ...whole, remove: false };
  if (found !== undefined && found.copies === undefined && found.found !== found.distinct)
    throw foreign(name, range);
  const lacks =
    found === undefined || found.copies !== undefined ? [] : await missingIds(client, name, range);
  const { common, more, fewer } = columnsOf(examined, step);
  const checksum = await requireOurs(examined, range, common, found?.copies ?? 1, lacks);
  // A step of which some rows have columns that others lack would have no checksum of its own.
  if (found?.copies !== undefined || lacks.length > MANY_HOLES || more || fewer)
    return { ...whole, remove: true };
  return { ...whole, lacks, checksum, remove: false };
}

/** @returns the checksum of the whole range, once */
async function requireOurs(
  { client, name, expected }: Examined,
  range: Range,
  columns: Model,
  copies: number,
  lacks: readonly Range[],
): Promise<bigint> {
  const [found] = await rangeChecksums(client, name, columns, [range]);
  const due = await expected.of(range, columns);
  let rest = BigInt(copies) * due;
  for (const lack of lacks) rest -= await expected.of(lack, columns);
  if (found!.checksum !== BigInt.asUintN(64, rest)) throw foreign(name, range);
  return due;
}

function foreign(name: TableName, { first, rows }: Range): Refusal {
  return new Refusal(
    "foreign-rows",
    `The table ${name.table} holds rows with image ids ${first} to ${first + rows - 1} that this run did not write, or some of them twice: nothing is deleted; remove them, or start elsewhere with --start-image-id`,
    { first, rows },
  );
}
