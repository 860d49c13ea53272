import { Refusal } from "../../errors";
import { type Range, rowsOf } from "../../plan/range";
import { shardOf } from "../../plan/shards";
import { grouped } from "../../request/whole-number";
import { address } from "../../server/connection";
import { strangersOn } from "../../table/sharding-key";
import type { Shard } from "../../table/shards";
import { idsWithin } from "../../table/survey";
import type { TargetTable } from "../../table/target-table";

/** Rows of a run's numbers on a shard that is not theirs. Where shards take turns, no survey looks for them. */
export interface MisplacedRows {
  /** The shard's address. */
  readonly at: string;
  readonly rows: number;
}

/** @param ranges of the run's steps, by first row, of which every row is known to be there */
export async function misplacedRows(table: TargetTable, ranges: readonly Range[]): Promise<MisplacedRows[]> {
  const { name, key, shards = [], shardedBy } = table;
  const [from, to] = [ranges[0], ranges[ranges.length - 1]];
  if (from === undefined || to === undefined) return [];
  const whole = { first: from.first, rows: to.first + to.rows - from.first };
  const misplacedOn = async ({ client }: Shard, i: number) => {
    if (shardedBy !== undefined) return (await strangersOn(client, table, shardedBy, i, whole)).rows;
    const due = rowsOf(ranges.filter(({ first }) => shardOf(first, shards.length) === i));
    return (await idsWithin(client, { name, key }, whole)).rows - due;
  };
  const found = await Promise.all(
    shards.map(async (shard, i) => ({
      at: address(shard.connection),
      rows: await misplacedOn(shard, i),
    })),
  );
  return found.filter(({ rows }) => rows > 0);
}

/** @throws Refusal `rows-misplaced` where there are {@link misplacedRows} */
export async function refuseMisplaced(table: TargetTable, ranges: readonly Range[]): Promise<void> {
  const found = await misplacedRows(table, ranges);
  if (found.length === 0) return;
  const where = found.map(({ at, rows }) => `${grouped(rows)} at ${at}`).join(", ");
  const { table: name } = table.name;
  throw new Refusal(
    "rows-misplaced",
    table.shardedBy === undefined
      ? `All rows of the run are in ${name}, but more with the same numbers lie on other shards than theirs: ${where}. They are not of this run: remove them there; verify says which numbers they have`
      : `All rows of the run are in ${name}, but some lie on other shards than the sharding key puts them on: ${where}. Remove them there, and run the same command again; verify says which numbers they have`,
    { found },
  );
}
