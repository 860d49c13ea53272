import { restoreDomain } from "../../app/domains/domains";
import { imagesDomain } from "../../app/domains/images/images-domain";
import type { TableSpec } from "../../app/domains/spec/table-spec";
import { coverColumns } from "../../app/rows/column-coverage";
import { rangeChecksums } from "../../app/table/checksum";
import { select } from "../../app/server/select";
import { readTargetTable } from "../../app/table/target-table";
import type { Round } from "./round";
import type { TortureTable } from "./torture-table";

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
  const { name, key, of, mark } = options.table;
  return `INSERT INTO ${name} (${key}, ${mark}) SELECT ${of(`(${first} + number)`)}, 'somebody' FROM numbers(${rows})`;
}

/** A condition for rows of somebody else with numbers from the first to the last. */
export function areForeign({ number, mark }: TortureTable, first: number, last: number): string {
  return `${number} BETWEEN ${first} AND ${last} AND ${mark} = 'somebody'`;
}

/** Hash of the contents of a table's first rows in a database, whatever their order, computed by ClickHouse. */
function contentHash(database: string, { name, number }: TortureTable, rows: number): string {
  return `(SELECT toString(sum(cityHash64(toString(tuple(*))))) FROM ${database}.${name} WHERE ${number} BETWEEN 1 AND ${rows})`;
}

/** Compares a finished round with the tables of an undisturbed one, in that database, and with its own ledger. */
export async function checkRound(round: Round, undisturbed: string): Promise<Verdict> {
  const { rows, table, database } = round.options;
  const { number } = table;
  const within = `${number} BETWEEN 1 AND ${rows}`;
  const [found] = await round.rowsOf<Record<"held" | "ids" | "others" | "hash" | "due" | "foreign", string>>(
    `SELECT countIf(${within}) AS held, uniqExactIf(${number}, ${within}) AS ids, countIf(NOT (${within})) AS others,
      ${contentHash(database, table, rows)} AS hash, ${contentHash(undisturbed, table, rows)} AS due,
      countIf(${areForeign(table, FOREIGN_FROM, FOREIGN_FROM + FOREIGN_ROWS - 1)}) AS foreign FROM ${table.name}`,
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
  if (table.parents) wrong.push(...(await parentFaults(round, undisturbed, table.parents.table)));
  wrong.push(...(await ledgerFaults(round)));
  return { lost: rows - ids, doubled: held - ids, wrong };
}

/** The parents are as they were. */
async function parentFaults(round: Round, undisturbed: string, parents: TortureTable): Promise<string[]> {
  const [all, due] = [round.options.database, undisturbed].map((database) =>
    contentHash(database, parents, Number.MAX_SAFE_INTEGER),
  );
  const [found] = await round.rowsOf<{ same: number }>(`SELECT ${all} = ${due} AS same`);
  return found!.same === 1 ? [] : ["the parents differ from an undisturbed run's"];
}

/**
 * Of the runs that the ledger has: each recorded step has its rows in the table, with the checksum that was
 * recorded, and together they are the target.
 */
async function ledgerFaults(round: Round): Promise<string[]> {
  const { rows, database, table } = round.options;
  return round.withClient(async (client) => {
    const steps = await select<{ first: string; rows: string; state: string; checksum: string }>(
      client,
      `SELECT first_row AS first, argMax(rows, revision) AS rows, argMax(state, revision) AS state, argMax(checksum, revision) AS checksum
        FROM data_faker_steps WHERE run_id IN (SELECT run_id FROM data_faker_runs WHERE kind = 'claim' AND target_table = '${table.name}') GROUP BY run_id, first_row HAVING state != 'dropped' ORDER BY first`,
    );
    const wrong: string[] = [];
    const recorded = steps.reduce((sum, step) => sum + Number(step.rows), 0);
    if (recorded !== rows) wrong.push(`the ledger has ${recorded} rows`);
    const open = steps.filter(({ state }) => state !== "written").length;
    if (open > 0) wrong.push(`${open} steps are not recorded as written`);
    const [kept] = await select<{ spec: string }>(
      client,
      `SELECT argMax(spec, epoch) AS spec FROM data_faker_runs WHERE kind = 'claim' AND target_table = '${table.name}'`,
    );
    const target = await readTargetTable(client, { database, table: table.name }, () =>
      restoreDomain(kept!.spec === "" ? imagesDomain.source : (JSON.parse(kept!.spec) as TableSpec)),
    );
    const ranges = steps.map((step) => ({ first: Number(step.first), rows: Number(step.rows) }));
    const sums = await rangeChecksums(
      client,
      target!,
      coverColumns(target!.model, target!.domain).compared,
      ranges,
    );
    const differ = sums.filter(
      (sum, i) => sum.rows !== ranges[i]!.rows || sum.checksum !== BigInt(steps[i]!.checksum),
    ).length;
    if (differ > 0) wrong.push(`${differ} steps differ from the table in number or checksum`);
    return wrong;
  });
}
