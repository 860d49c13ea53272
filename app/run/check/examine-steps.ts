import { grouped } from "../../request/whole-number";
import { Refusal } from "../../errors";
import { rangeOf, type StepRow } from "../../ledger/step-row";
import type { Range } from "../../plan/range";
import { RowSet } from "../../plan/row-set";
import type { RecognisedRows } from "../../table/remove-rows";
import { type RangeDifference, survey } from "../../table/survey";
import type { KeyedTable } from "../../table/table-key";
import type { Damage } from "./damage";
import { compareSteps } from "./differing-steps";
import { columnsOf, type Examined } from "./examined";

/** Steps whose rows are made at a time: more than there are threads, few enough for their memory. */
const STEPS_AT_A_TIME = 16;

/**
 * Checks steps against the table, and decides for each that is in doubt or differs what is to be done; changes
 * nothing. Its queries are for many steps each, and only rows that are missing or there twice are made, unless
 * a step's record does not say what it should be.
 * @param steps by first id, disjoint
 * @throws Refusal `foreign-rows` where rows in a step's range are not the ones that the step makes
 */
export async function examineSteps(examined: Examined, steps: readonly StepRow[]): Promise<Damage[]> {
  const { client, table } = examined;
  const differences = new Map(
    (await survey(client, table, steps.map(rangeOf))).map((found) => [found.range.first, found]),
  );
  const doubtful = steps.filter(({ first_row, state }) => state !== "written" || differences.has(first_row));
  const present = doubtful.filter(({ first_row }) => differences.get(first_row)?.copies !== 0);
  const held = new Map(
    (await compareSteps(examined, present)).map(({ step, held }) => [step.first_row, held]),
  );
  const damage: Damage[] = [];
  for (let i = 0; i < doubtful.length; i += STEPS_AT_A_TIME) {
    const some = doubtful.slice(i, i + STEPS_AT_A_TIME);
    const found = some.map((step) =>
      examine(examined, step, differences.get(step.first_row), held.get(step.first_row)),
    );
    damage.push(...(await Promise.all(found)));
  }
  return damage;
}

/** @param found `undefined` where each row is there once; @param held `undefined` where none is */
async function examine(
  examined: Examined,
  step: StepRow,
  found: RangeDifference | undefined,
  held: RecognisedRows | undefined,
): Promise<Damage> {
  const range = rangeOf(step);
  const all = RowSet.all(range);
  const whole = { range, lacks: all, known: true, kept: 0n, recorded: step.state === "written" } as const;
  if (held === undefined) return { ...whole, held, inPlace: false, remove: false };
  const { asRecorded } = await requireOurs(examined, step, found, held);
  const { more, fewer } = columnsOf(examined, step);
  const doubled = found !== undefined && found.found > range.rows - found.missing.rows;
  // A step of which some rows have columns that others lack would have no checksum of its own.
  if (doubled || more || fewer) return { ...whole, held, inPlace: false, remove: true };
  const lacks = found?.missing ?? all.complement();
  return { ...whole, lacks, kept: held.checksum, held, inPlace: asRecorded, remove: false };
}

/**
 * Recognises the rows of a step: as many of each number as there are, and no others, make up their checksum.
 * @returns whether the recorded checksum is that of the whole step
 */
async function requireOurs(
  { table, expected, ...examined }: Examined,
  step: StepRow,
  found: RangeDifference | undefined,
  { columns, checksum }: RecognisedRows,
): Promise<{ asRecorded: boolean }> {
  const range = rangeOf(step);
  const make = (rows: Iterable<Range>) => expected.of([...rows], columns);
  let copies = 1n;
  let change = 0n;
  if (found?.copies !== undefined) copies = BigInt(found.copies);
  else if (found !== undefined) {
    if (found.twice === undefined) throw foreign(table, range);
    change = (await make(found.twice)) - (await make(found.missing));
  }
  const explains = (whole: bigint) => BigInt.asUintN(64, copies * whole + change) === checksum;
  const { fewer } = columnsOf(examined, step);
  if (step.state === "written" && !fewer && explains(step.checksum)) return { asRecorded: true };
  if (explains(await make([range]))) return { asRecorded: false };
  throw foreign(table, range);
}

function foreign({ name }: KeyedTable, { first, rows }: Range): Refusal {
  return new Refusal(
    "foreign-rows",
    `The table ${name.table} holds rows with the numbers ${grouped(first)} to ${grouped(first + rows - 1)} that this run did not write, or some of them more than twice: nothing is deleted; remove them, or start elsewhere with --start-image-id`,
    { first, rows },
  );
}
