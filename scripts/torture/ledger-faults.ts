import type { Fault } from "./fault";
import type { Round } from "./round";

const TABLES = [
  ["data_faker_runs", "kept_first"],
  ["data_faker_steps", "kept_second"],
] as const;

/**
 * The ledger is harmed after a run was killed. The next start either ends complete or refuses in one line and
 * leaves the table as it was; then the ledger is put back from a copy.
 */
function harmed(harm: (round: Round) => readonly string[]): Fault["act"] {
  return async (round) => {
    const run = round.start();
    await round.moment(run);
    run.signal("SIGKILL");
    await run.outcome;
    // A batch that had left completely may land after its sender's death: the server works on one query after
    // another.
    await round.rowsOf("SELECT 1");
    for (const [table, copy] of TABLES)
      await round.sql(`CREATE TABLE ${copy} ENGINE = MergeTree ORDER BY tuple() AS SELECT * FROM ${table}`);
    for (const statement of harm(round)) await round.sql(statement);
    const before = await contents(round);
    const { code, err } = await round.rerun();
    if (code === 0) return;
    round.at += `; refused with ${code}`;
    if (code !== 1 && code !== 2)
      throw new Error(`with a harmed ledger the command ended with ${code}: ${err}`);
    if ((await contents(round)) !== before)
      throw new Error(`the command refused, but has changed the table: ${err}`);
    for (const [table, copy] of TABLES) {
      await round.sql(`TRUNCATE TABLE ${table}`);
      await round.sql(`INSERT INTO ${table} SELECT * FROM ${copy}`);
    }
  };
}

async function contents(round: Round): Promise<string> {
  const [found] = await round.rowsOf<{ text: string }>(
    `SELECT concat(toString(count()), ' ', toString(sum(cityHash64(toString(tuple(*)))))) AS text FROM ${round.options.table.name}`,
  );
  return found!.text;
}

const CLAIMED = "(SELECT max(epoch) FROM data_faker_runs)";

/** Harm to the ledger between two starts. */
export const LEDGER_FAULTS: readonly Fault[] = [
  {
    name: "steps-deleted",
    act: harmed(({ dice }) => [
      `ALTER TABLE data_faker_steps DELETE WHERE cityHash64(first_row, ${dice.whole(0, 1e6)}) % 2 = 0`,
    ]),
  },
  { name: "runs-deleted", act: harmed(() => ["TRUNCATE TABLE data_faker_runs"]) },
  { name: "ledger-wiped", act: harmed(() => TABLES.map(([table]) => `TRUNCATE TABLE ${table}`)) },
  {
    name: "ledger-doubled",
    act: harmed(() => TABLES.map(([table]) => `INSERT INTO ${table} SELECT * FROM ${table}`)),
  },
  {
    name: "records-undone",
    act: harmed(({ dice }) => [
      `INSERT INTO data_faker_steps SELECT * REPLACE (revision + 1 AS revision, 'announced' AS state, 0 AS checksum) FROM data_faker_steps WHERE cityHash64(first_row, ${dice.whole(0, 1e6)}) % 2 = 0`,
    ]),
  },
  {
    name: "claim-half-written",
    act: harmed(({ options }) => [
      `INSERT INTO data_faker_runs (target_database, target_table, epoch, kind, owner, revision, intent, run_id) SELECT currentDatabase(), '${options.table.name}', ${CLAIMED} + 1, 'claim', 'x', 1, 'fill', 'half'`,
    ]),
  },
  {
    name: "ledger-of-newer-streams",
    act: harmed(() => [
      "ALTER TABLE data_faker_runs UPDATE stream_versions = replaceRegexpAll(stream_versions, ':([0-9]+)', ':99') WHERE kind = 'claim'",
    ]),
  },
  {
    name: "ledger-with-new-columns",
    act: harmed(() => [
      ...TABLES.map(([table]) => `ALTER TABLE ${table} ADD COLUMN shard UInt32 DEFAULT 7`),
      "INSERT INTO data_faker_runs SELECT * REPLACE ('delegate' AS kind, ledger_version + 1 AS ledger_version) FROM data_faker_runs WHERE kind = 'claim'",
    ]),
  },
];
