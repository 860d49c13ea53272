import { readdir } from "node:fs/promises";
import path from "node:path";
import { Refusal } from "../errors";
import { type QueryResults, readQueryResults } from "../queries/query-results";
import { resultsFolder } from "../queries/results-folder";

/** What is kept of queries, and of which files it can't be read. */
export interface AllResults {
  /** The newest first. */
  readonly results: readonly QueryResults[];
  /** A line each. */
  readonly problems: readonly string[];
}

/** @param folder the project's */
export async function readAllResults(folder: string): Promise<AllResults> {
  const place = resultsFolder(folder);
  const names = await readdir(place).catch(() => []);
  const results: QueryResults[] = [];
  const problems: string[] = [];
  for (const name of names.filter((one) => one.endsWith(".json")).sort()) {
    try {
      results.push(readQueryResults(path.join(place, name)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(error.message);
    }
  }
  results.sort((a, b) => (a.measuredAt < b.measuredAt ? 1 : -1));
  return { results, problems };
}
