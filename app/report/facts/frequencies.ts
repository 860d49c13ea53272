import type { ReportTable } from "../report-table";
import type { ColumnValues } from "./column-values";

/** How often values, or elements of lists, come. */
export interface Frequencies {
  /** The commonest, as text, the most frequent first. */
  readonly top: readonly (readonly [value: string, count: number])[];
  /** Counts of the values of some ranks, from 1 on. */
  readonly ranks: readonly (readonly [rank: number, count: number])[];
  readonly distinct: number;
  /** Values that were counted. */
  readonly total: number;
}

/** Values that are named. */
const TOP = 12;
/** Characters of a value that are shown. */
const MOST_CHARACTERS = 200;
const MOST_RANKS = 200_000;
const RANKS = [...new Set(Array.from({ length: 64 }, (_, i) => Math.round(10 ** (i / 12))))].filter(
  (rank) => rank <= MOST_RANKS,
);

export async function askFrequencies(
  table: ReportTable,
  { name, counted, shape }: ColumnValues,
  top = TOP,
): Promise<Frequencies | undefined> {
  if (counted === undefined) return undefined;
  const found = await table.attempt(`The commonest values of ${name}`, () =>
    table.select<{ vs: string[]; ns: string[]; ranks: string[]; d: string; total: string }>(
      `SELECT groupArray(${top})(v) AS vs, groupArray(${MOST_RANKS})(n) AS counts, arraySlice(counts, 1, ${top}) AS ns,
          arrayMap(rank -> counts[rank], arrayFilter(rank -> rank <= length(counts), [${RANKS.join(", ")}])) AS ranks,
          any(d) AS d, any(total) AS total
        FROM (SELECT toValidUTF8(substringUTF8(toString(v), 1, ${MOST_CHARACTERS})) AS v, n, count() OVER () AS d, sum(n) OVER () AS total
          FROM (SELECT ${shape === "list" ? `arrayJoin(${counted})` : counted} AS v, count() AS n ${table.sample} GROUP BY v HAVING isNotNull(v))
          ORDER BY n DESC, v LIMIT ${MOST_RANKS})`,
    ),
  );
  const [row] = found ?? [];
  if (row === undefined) return undefined;
  return {
    top: row.vs.map((value, i) => [value, Number(row.ns[i])] as const),
    ranks: row.ranks.map((count, i) => [RANKS[i]!, Number(count)] as const),
    distinct: Number(row.d),
    total: Number(row.total),
  };
}
