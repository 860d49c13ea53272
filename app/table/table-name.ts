/** Which table of a server. Both parts are the real names, unquoted. */
export interface TableName {
  readonly database: string;
  readonly table: string;
}

/** The table in a statement; its values are {@link tableParameters}. */
export const TABLE = "{database:Identifier}.{table:Identifier}";

export function tableParameters(name: TableName): { database: string; table: string } {
  return { database: name.database, table: name.table };
}
