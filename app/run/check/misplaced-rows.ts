import { Refusal } from "../../errors";
import { type Range, rowsOf } from "../../plan/range";
import { shardOf } from "../../plan/shards";
import { grouped } from "../../request/whole-number";
import { address } from "../../server/connection";
import { idsWithin } from "../../table/survey";
import type { TargetTable } from "../../table/target-table";

/** Rows of a run's numbers on a shard that is not theirs, where no survey looks for them. */
export interface MisplacedRows {
  /** The shard's address. */
  readonly at: string;
  readonly rows: number;
}

/** @param ranges of the run's steps, by first row, of which every row is known to be in its place */
export async function misplacedRows(
  { name, key, shards = [] }: TargetTable,
  ranges: readonly Range[],
): Promise<MisplacedRows[]> {
  const [from, to] = [ranges[0], ranges[ranges.length - 1]];
  if (from === undefined || to === undefined) return [];
  const whole = { first: from.first, rows: to.first + to.rows - from.first };
  const found = await Promise.all(
    shards.map(async ({ client, connection }, i) => {
      const due = rowsOf(ranges.filter(({ first }) => shardOf(first, shards.length) === i));
      const held = await idsWithin(client, { name, key }, whole);
      return { at: address(connection), rows: held.rows - due };
    }),
  );
  return found.filter(({ rows }) => rows > 0);
}

/** @throws Refusal `rows-misplaced` where there are {@link misplacedRows} */
export async function refuseMisplaced(table: TargetTable, ranges: readonly Range[]): Promise<void> {
  const found = await misplacedRows(table, ranges);
  if (found.length === 0) return;
  const where = found.map(({ at, rows }) => `${grouped(rows)} at ${at}`).join(", ");
  throw new Refusal(
    "rows-misplaced",
    `All rows of the run are in ${table.name.table}, but more with the same numbers lie on other shards than theirs: ${where}. They are not of this run: remove them there; verify says which numbers they have`,
    { found },
  );
}
