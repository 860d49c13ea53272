import { readdir } from "node:fs/promises";
import path from "node:path";
import type { QueryResults } from "../queries/query-results";
import { readKeptFile } from "../queries/read-kept-file";
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
    const read = readKeptFile(path.join(place, name), folder);
    if (typeof read === "string") problems.push(read);
    else results.push(read);
  }
  results.sort((a, b) => (a.measuredAt < b.measuredAt ? 1 : -1));
  return { results, problems };
}
