import path from "node:path";
import { Refusal } from "../errors";
import { type QueryResults, readQueryResults } from "./query-results";

/**
 * The results of a file, for a page that shows more than these.
 * @param folder the project's, from which a message names the file
 * @returns where they can't be read, why, in a line
 */
export function readKeptFile(file: string, folder: string): QueryResults | string {
  try {
    return readQueryResults(file, path.relative(folder, file));
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}
