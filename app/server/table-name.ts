import { quoteIdentifier } from "../model/quoting";

/** Which table of a server. Both parts are the real names, unquoted. */
export interface TableName {
  readonly database: string;
  readonly table: string;
}

/**
 * The table in a statement. Quoted, and not a parameter of type Identifier: the server does not undo the
 * escaping that the client applies to parameters for that type, so a name with a quote or a backslash would
 * not be found.
 */
export function quoteTable({ database, table }: TableName): string {
  return `${quoteIdentifier(database)}.${quoteIdentifier(table)}`;
}
