import { chooseDomain } from "../../app/domains/choose-domain";
import { coverColumns } from "../../app/rows/column-coverage";
import { rangeChecksums } from "../../app/table/checksum";
import { select } from "../../app/server/select";
import { readTargetTable } from "../../app/table/target-table";
import type { Round } from "./round";
import type { RowKey } from "./row-key";

/** Ids from here on are foreign. */
const FOREIGN_FROM = 2_000_000;
const FOREIGN_ROWS = 300;

/** How a round has ended. */
export interface Verdict {
  readonly lost: number;
  readonly doubled: number;
  /** What else is wrong, in words; empty where nothing is. */
  readonly wrong: readonly string[];
}

/** Puts foreign rows into the table, beyond every run's ids. */
export async function putForeignRows(round: Round): Promise<void> {
  await round.sql(foreignRows(round, FOREIGN_FROM, FOREIGN_ROWS));
}

/** The statement that inserts rows of somebody else with our numbers. */
export function foreignRows({ options }: Round, first: number, rows: number): string {
  const key = options.key.of(`(${first} + number)`);
  return `INSERT INTO images_analytical (image_id, author) SELECT ${key}, 'somebody' FROM numbers(${rows})`;
}

/**
 * Hash of the contents of a table's first rows, whatever their order, computed by ClickHouse.
 * @param table with its database
 */
export function contentHash(table: string, rows: number, { number }: RowKey): string {
  return `(SELECT toString(sum(cityHash64(toString(tuple(*))))) FROM ${table} WHERE ${number} BETWEEN 1 AND ${rows})`;
}

/** Compares a finished round with the undisturbed table and with its own ledger. */
export async function checkRound(round: Round, undisturbed: string): Promise<Verdict> {
  const { rows, key } = round.options;
  const { number } = key;
  const within = `${number} BETWEEN 1 AND ${rows}`;
  const [found] = await round.rowsOf<Record<"held" | "ids" | "others" | "hash" | "due" | "foreign", string>>(
    `SELECT countIf(${within}) AS held, uniqExactIf(${number}, ${within}) AS ids, countIf(NOT (${within})) AS others,
      ${contentHash("images_analytical", rows, key)} AS hash, ${contentHash(undisturbed, rows, key)} AS due,
      countIf(${number} BETWEEN ${FOREIGN_FROM} AND ${FOREIGN_FROM + FOREIGN_ROWS - 1} AND author = 'somebody' AND caption = '') AS foreign
      FROM images_analytical`,
  );
  const [held, ids, others, foreign] = [
    Number(found!.held),
    Number(found!.ids),
    Number(found!.others),
    Number(found!.foreign),
  ];
  const wrong: string[] = [];
  if (found!.hash !== found!.due) wrong.push("contents differ from an undisturbed run");
  if (foreign !== FOREIGN_ROWS || others !== FOREIGN_ROWS)
    wrong.push(
      `${foreign} of ${FOREIGN_ROWS} foreign rows are there, and ${others - foreign} rows that should not be`,
    );
  wrong.push(...(await ledgerFaults(round)));
  return { lost: rows - ids, doubled: held - ids, wrong };
}

/**
 * Of the runs that the ledger has: each recorded step has its rows in the table, with the checksum that was
 * recorded, and together they are the target.
 */
async function ledgerFaults(round: Round): Promise<string[]> {
  const { rows, database, key } = round.options;
  return round.withClient(async (client) => {
    const steps = await select<{ first: string; rows: string; state: string; checksum: string }>(
      client,
      `SELECT first_row AS first, argMax(rows, revision) AS rows, argMax(state, revision) AS state, argMax(checksum, revision) AS checksum
        FROM data_faker_steps WHERE run_id IN (SELECT run_id FROM data_faker_runs WHERE kind = 'claim') GROUP BY run_id, first_row HAVING state != 'dropped' ORDER BY first`,
    );
    const wrong: string[] = [];
    const recorded = steps.reduce((sum, step) => sum + Number(step.rows), 0);
    if (recorded !== rows) wrong.push(`the ledger has ${recorded} rows`);
    const open = steps.filter(({ state }) => state !== "written").length;
    if (open > 0) wrong.push(`${open} steps are not recorded as written`);
    const table = await readTargetTable(client, { database, table: "images_analytical" }, (facts) =>
      chooseDomain(facts, key.form.as === "integer" ? {} : { key: { column: "image_id", form: key.form } }),
    );
    const ranges = steps.map((step) => ({ first: Number(step.first), rows: Number(step.rows) }));
    const sums = await rangeChecksums(
      client,
      table!,
      coverColumns(table!.model, table!.domain).compared,
      ranges,
    );
    const differ = sums.filter(
      (sum, i) => sum.rows !== ranges[i]!.rows || sum.checksum !== BigInt(steps[i]!.checksum),
    ).length;
    if (differ > 0) wrong.push(`${differ} steps differ from the table in number or checksum`);
    return wrong;
  });
}
