import { setTimeout as pause } from "node:timers/promises";
import { putForeignRows } from "./check-round";
import type { Fault } from "./fault";
import { lastLine } from "./round";

/** Tables that are not as this repository's own: partitioned, with views. */
export const SHAPE_FAULTS: readonly Fault[] = [
  {
    // An insert into many partitions can land in some of them.
    name: "partitioned-and-server-killed",
    long: true,
    needs: "kill",
    act: async (round) => {
      const { name, partition } = round.options.table;
      await round.sql(`DROP TABLE ${name} SYNC`);
      await round.sql(round.tableSql().replace("\nSETTINGS", `\nPARTITION BY ${partition}\nSETTINGS`));
      await putForeignRows(round);
      await round.moment(round.start());
      await round.arena.killServer();
      await pause(round.dice.whole(0, 3_000));
      await round.arena.startServerAgain();
    },
  },
  {
    name: "view-throws",
    act: async (round) => {
      const { name, number } = round.options.table;
      const id = round.dice.whole(1, round.options.rows);
      await round.sql("CREATE TABLE counted (id UInt32, n UInt8) ENGINE = MergeTree ORDER BY id");
      await round.sql(
        `CREATE MATERIALIZED VIEW counting TO counted AS SELECT ${number} AS id, throwIf(${number} = ${id}) + 1 AS n FROM ${name}`,
      );
      const { code, err } = await round.outcome(round.start());
      if (code !== 1 || !err.includes("failed in the materialized view"))
        throw new Error(`with a view that throws the command ended with ${code}: ${lastLine(err)}`);
      await round.sql("DROP TABLE counting SYNC");
      round.at = `at row ${id}`;
    },
  },
];
