import type { TableName } from "../server/table-name";

/**
 * Which database an older ledger meant by a table's name alone.
 * @param databases those that have a table of the name now
 * @param own the ledger's, in which a table is unless its Moose configuration names another
 * @param target the table that is being worked on
 * @returns `undefined` where it may be one or another
 */
export function databaseOfTarget(
  table: string,
  databases: readonly string[],
  own: string,
  target: TableName,
): string | undefined {
  const candidates = databases.length === 0 ? [own] : databases;
  if (candidates.length === 1) return candidates[0];
  if (!candidates.includes(own)) return undefined;
  return target.table === table && target.database !== own ? undefined : own;
}
