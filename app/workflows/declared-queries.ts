import { toQuery } from "@514labs/moose-lib";
import { onlyReads, statementsOf } from "../queries/sql-text";

type MooseSql = Parameters<typeof toQuery>[0];

/** A query that the code of a project exports, as plain data. */
export interface DeclaredQuery {
  /** Of the export. */
  readonly name: string;
  /** With parameters `{p0:Type}` for the values that the code has put in. */
  readonly sql: string;
  /** Those values by the parameters' names, as text; `null` is NULL. */
  readonly values: Readonly<Record<string, string | null>>;
}

/**
 * What the template tag `sql` of Moose made among the exports of a module, by their names. Fragments, and what does
 * more than read, are no queries.
 */
export function declaredQueries(exported: Readonly<Record<string, unknown>>): DeclaredQuery[] {
  return Object.entries(exported).flatMap(([name, value]): DeclaredQuery[] => {
    if (!isSql(value) || value.isFragment === true) return [];
    const [text, values] = toQuery(value);
    const [sql, ...more] = statementsOf(text);
    if (sql === undefined || more.length > 0 || !onlyReads(sql)) return [];
    const texts = Object.entries(values).map(([parameter, one]) => [parameter, textOf(one)]);
    return [{ name, sql, values: Object.fromEntries(texts) as DeclaredQuery["values"] }];
  });
}

/** As Moose tells it: a project may have a copy of the class of its own. */
function isSql(value: unknown): value is MooseSql {
  if (typeof value !== "object" || value === null) return false;
  const { strings, values } = value as Partial<MooseSql>;
  return Array.isArray(strings) && Array.isArray(values) && strings.length === values.length + 1;
}

/** As a query parameter is written. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return String(value.getTime() / 1000);
  if (typeof value === "string") return value;
  return typeof value === "bigint" ? value.toString() : JSON.stringify(value);
}
