import path from "node:path";
import { compareResults } from "../../app/queries/compare-results";
import { type QueryResults, readQueryResults } from "../../app/queries/query-results";
import { renderComparison } from "../terminal/compare-view";
import { styleFor } from "../terminal/style";
import { printAnswer } from "./print-answer";

/** Prints two files of results beside each other. @returns the exit code: 1 where a query is slower, or has no answer */
export function compareFiles([before, after]: readonly [string, string]): Promise<number> {
  const names = [path.basename(before), path.basename(after)] as const;
  return showComparison(readQueryResults(before), readQueryResults(after), names);
}

/** The same of results; `names` are theirs. */
export async function showComparison(
  before: QueryResults,
  after: QueryResults,
  names: readonly [string, string],
): Promise<number> {
  const compared = compareResults(before, after);
  const style = styleFor(process.stdout, process.env);
  const printed = await printAnswer(renderComparison(compared, names, style));
  const bad = compared.changes.some(({ change }) => change === undefined || change.verdict === "slower");
  return bad ? 1 : printed;
}
