import { areForeign, foreignRows, putForeignRows } from "./check-round";
import type { Fault } from "./fault";
import { lastLine, type Round } from "./round";

/** While a run is under way. */
function midRun(harm: (round: Round) => Promise<void>): Fault["act"] {
  return async (round) => {
    await round.moment(round.start());
    await harm(round);
  };
}

/** The run stops and names rows that are not its own, and touches none; when they are gone it goes on. */
async function foreignRowsInside(round: Round): Promise<void> {
  const { dice, options } = round;
  const first = dice.whole(1, options.rows - 5);
  const last = first + dice.whole(0, 4);
  const run = round.start();
  await round.moment(run);
  await round.sql(foreignRows(round, first, last - first + 1));
  const { name } = options.table;
  const foreign = areForeign(options.table, first, last);
  // A run with inserts still to send has its last survey before it; one that was through may have ended well.
  const inTime =
    !run.ended && round.arena.proxy.count("insert") < Math.ceil(options.rows / options.batchSize);
  const ended = [...(await round.allEnded()), await round.rerun()];
  for (const { code, err } of inTime ? ended : ended.slice(-1)) {
    const named = /rows with the numbers ([\d,]+) to ([\d,]+) that this run did not write/.exec(err);
    const [from, to] = (named ?? []).slice(1).map((id) => Number(id.replaceAll(",", "")));
    if (code !== 2 || from === undefined || from > last || to! < first) {
      throw new Error(
        `with rows of somebody else at ${first} the command ended with ${code}: ${lastLine(err)}`,
      );
    }
  }
  const [left] = await round.rowsOf<{ n: string }>(`SELECT count() AS n FROM ${name} WHERE ${foreign}`);
  if (Number(left!.n) !== last - first + 1)
    throw new Error(`of ${last - first + 1} rows of somebody else ${left!.n} are left`);
  await round.sql(`DELETE FROM ${name} WHERE ${foreign}`);
}

/** A part of the rows is hidden from reads: the run says so, and writes and removes nothing more. */
async function filteredReads(round: Round): Promise<void> {
  await round.moment(round.start());
  const { name, number } = round.options.table;
  const additional_table_filters = `{'${name}':'${number} % ${round.dice.whole(2, 5)} != 0'}`;
  round.arena.proxy.settings = { additional_table_filters };
  await round.allEnded();
  const { code, err } = await round.rerun();
  if (code !== 2 || !err.startsWith(`Reads of ${name} seem to be filtered`))
    throw new Error(`with filtered reads the command ended with ${code}: ${lastLine(err)}`);
}

/** Recorded steps are there twice, in a table whose projection refuses a lightweight DELETE. */
async function doubledWithProjection(round: Round): Promise<void> {
  const { name, number, mark, key } = round.options.table;
  const run = round.start();
  await round.moment(run);
  run.signal("SIGKILL");
  await round.allEnded();
  await round.sql(`ALTER TABLE ${name} MODIFY SETTING deduplicate_merge_projection_mode = 'rebuild'`);
  await round.sql(`ALTER TABLE ${name} ADD PROJECTION by_mark (SELECT ${mark}, ${key} ORDER BY ${mark})`);
  const recorded = () =>
    round.rowsOf<{ first: string; last: string }>(
      `SELECT first_row AS first, first_row + argMax(rows, revision) - 1 AS last FROM data_faker_steps
        WHERE target_table = '${name}' GROUP BY run_id, first_row HAVING argMax(state, revision) = 'written'`,
    );
  // Killed before its first step was recorded, it is given another chance.
  if ((await recorded()).length === 0) await round.rerun();
  for (const { first, last } of (await recorded()).slice(0, 3))
    await round.sql(`INSERT INTO ${name} SELECT * FROM ${name} WHERE ${number} BETWEEN ${first} AND ${last}`);
}

/** Harm to the table while a run writes to it. */
export const TABLE_FAULTS: readonly Fault[] = [
  {
    name: "truncated",
    act: midRun(async (round) => {
      await round.sql(`TRUNCATE TABLE ${round.options.table.name}`);
      await putForeignRows(round);
    }),
  },
  {
    name: "dropped",
    act: midRun(async (round) => {
      await round.sql(`DROP TABLE ${round.options.table.name} SYNC`);
      await round.allEnded();
      await round.createTable();
      await putForeignRows(round);
    }),
  },
  {
    name: "recreated-empty",
    act: midRun(async (round) => {
      await round.sql(
        round.tableSql().replace(/^CREATE TABLE (IF NOT EXISTS )?/, "CREATE OR REPLACE TABLE "),
      );
      await putForeignRows(round);
    }),
  },
  {
    name: "rows-deleted",
    act: midRun(async (round) => {
      const { rows, table } = round.options;
      const first = round.dice.whole(1, rows);
      await round.sql(
        `DELETE FROM ${table.name} WHERE ${table.number} BETWEEN ${first} AND ${Math.min(rows, first + round.dice.whole(0, rows / 2))} AND ${table.number} % ${round.dice.whole(1, 3)} = 0`,
      );
    }),
  },
  { name: "foreign-rows-inside", act: foreignRowsInside },
  { name: "filtered-reads", act: filteredReads },
  { name: "doubled-with-projection", act: doubledWithProjection },
];
