import { createTableSql } from "../../app/table/create-table";
import { imagesAnalytical } from "../../datamodels/images-analytical";
import { putForeignRows } from "./check-round";
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
  await round.sql(
    `INSERT INTO images_analytical (image_id, author) SELECT ${first} + number, 'somebody' FROM numbers(${last - first + 1})`,
  );
  const foreign = `image_id BETWEEN ${first} AND ${last} AND author = 'somebody' AND caption = ''`;
  // A run with inserts still to send has its last survey before it; one that was through may have ended well.
  const inTime =
    !run.ended && round.arena.proxy.count("insert") < Math.ceil(options.rows / options.batchSize);
  const ended = [...(await round.allEnded()), await round.rerun()];
  for (const { code, err } of inTime ? ended : ended.slice(-1)) {
    const named = /rows with image ids (\d+) to (\d+) that this run did not write/.exec(err);
    if (code !== 2 || named === null || Number(named[1]) > last || Number(named[2]) < first) {
      throw new Error(
        `with rows of somebody else at ${first} the command ended with ${code}: ${lastLine(err)}`,
      );
    }
  }
  const [left] = await round.rowsOf<{ n: string }>(
    `SELECT count() AS n FROM images_analytical WHERE ${foreign}`,
  );
  if (Number(left!.n) !== last - first + 1)
    throw new Error(`of ${last - first + 1} rows of somebody else ${left!.n} are left`);
  await round.sql(`DELETE FROM images_analytical WHERE ${foreign}`);
}

/** Harm to the table while a run writes to it. */
export const TABLE_FAULTS: readonly Fault[] = [
  {
    name: "truncated",
    act: midRun(async (round) => {
      await round.sql("TRUNCATE TABLE images_analytical");
      await putForeignRows(round);
    }),
  },
  {
    name: "dropped",
    act: midRun(async (round) => {
      await round.sql("DROP TABLE images_analytical SYNC");
      await round.allEnded();
      await round.createTable();
      await putForeignRows(round);
    }),
  },
  {
    name: "recreated-empty",
    act: midRun(async (round) => {
      await round.sql(
        createTableSql(imagesAnalytical, round.options.database).replace(
          /^CREATE TABLE (IF NOT EXISTS )?/,
          "CREATE OR REPLACE TABLE ",
        ),
      );
      await putForeignRows(round);
    }),
  },
  {
    name: "rows-deleted",
    act: midRun(async (round) => {
      const { rows } = round.options;
      const first = round.dice.whole(1, rows);
      await round.sql(
        `DELETE FROM images_analytical WHERE image_id BETWEEN ${first} AND ${Math.min(rows, first + round.dice.whole(0, rows / 2))} AND image_id % ${round.dice.whole(1, 3)} = 0`,
      );
    }),
  },
  { name: "foreign-rows-inside", act: foreignRowsInside },
];
