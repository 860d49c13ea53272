import { existsSync } from "node:fs";
import { estimatesOf } from "./growth";
import { type Estimate, type QueryResults, readQueryResults, type SizeResults } from "./query-results";

/**
 * What a file knows of a table as it is filled now: the sizes and estimates that were measured of the same run and
 * server. Others cannot be put together with new ones; they are replaced.
 * @throws Refusal where the file is something else
 */
export function knownResults(file: string, fresh: QueryResults): QueryResults {
  if (!existsSync(file)) return fresh;
  const known = readQueryResults(file);
  const isSame =
    known.table.database === fresh.table.database &&
    known.table.table === fresh.table.table &&
    known.server.version === fresh.server.version &&
    known.run?.seed === fresh.run?.seed;
  return isSame ? { ...fresh, sizes: known.sizes, estimates: known.estimates } : fresh;
}

/** Results with one more size, in the place of one of the same number of rows. @param target to make estimates for */
export function withSize(results: QueryResults, size: SizeResults, target: number): QueryResults {
  const others = results.sizes.filter(({ rows }) => rows !== size.rows);
  const sizes = [...others, size].sort((a, b) => a.rows - b.rows);
  const estimates: readonly Estimate[] = estimatesOf(sizes, target);
  // Estimates of a size that is reached now stay, so that a later measuring of it can be compared, too.
  return {
    ...results,
    measuredAt: size.measuredAt,
    sizes,
    estimates: estimates.length > 0 ? estimates : results.estimates,
  };
}
