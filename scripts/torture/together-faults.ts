import type { Fault } from "./fault";
import type { Round } from "./round";

/** This many runs are started at the same instant: at most one may write, and the others say that it does. */
function together(number: number): Fault["act"] {
  return async (round) => {
    const runs = Array.from({ length: number }, () => round.start());
    round.at = `${number} at the start`;
    for (const run of runs) {
      const { code, err } = await round.outcome(run);
      if (code !== 0 && !(code === 2 && /is under way/.test(err)))
        throw new Error(`one of ${number} runs ended with ${code}: ${err}`);
    }
  };
}

/** Two runs, each with a ledger of its own, are started at the same instant: one fills the table. */
async function twoLedgers(round: Round): Promise<void> {
  const prefixes = round.dice.pick([
    ["data_faker", "other"],
    ["other", "data_faker"],
  ]);
  const runs = prefixes.map((prefix) => ({ prefix, run: round.start({}, { "state-tables": prefix }) }));
  round.at = "two ledgers at the start";
  const winners: string[] = [];
  for (const { prefix, run } of runs) {
    const { code, err } = await round.outcome(run);
    if (code === 0) winners.push(prefix);
    else if (code !== 2) throw new Error(`one of two runs ended with ${code}: ${err}`);
  }
  if (winners.length !== 1) throw new Error(`${winners.length} of two runs filled the table`);
  const [winner] = winners;
  const loser = winner === "other" ? "data_faker" : "other";
  for (const table of ["runs", "steps"]) {
    await round.sql(`DROP TABLE IF EXISTS ${loser}_${table} SYNC`);
    if (winner === "other") await round.sql(`RENAME TABLE other_${table} TO data_faker_${table}`);
  }
}

/** Several runs at once. */
export const TOGETHER_FAULTS: readonly Fault[] = [
  { name: "two-ledgers", act: twoLedgers },
  { name: "two-at-once", act: together(2) },
  { name: "ten-at-once", act: together(10) },
];
