import path from "node:path";
import { resultsFolder } from "./results-folder";
import type { TableName } from "../server/table-name";

/** Where what a table's queries took is kept, if nothing else is said. @param folder the project's */
export function resultsFile(folder: string, { database, table }: TableName): string {
  const safe = `${database}.${table}`.replace(
    /[^\w.-]/g,
    (character) => `%${character.codePointAt(0)!.toString(16)}`,
  );
  return path.join(resultsFolder(folder), `${safe}.json`);
}
