import { existsSync } from "node:fs";
import { type QueryResults, readQueryResults, type SizeResults } from "./query-results";

/**
 * Results with one more size: those of a file of the same table and server are kept, but for the same number of rows.
 * @throws Refusal where the file is something else
 */
export function withSize(file: string, fresh: QueryResults, size: SizeResults): QueryResults {
  const known = existsSync(file) ? readQueryResults(file) : undefined;
  const { table, server, run } = fresh;
  const isSame =
    known?.table.database === table.database &&
    known.table.table === table.table &&
    known.server.version === server.version &&
    known.run?.seed === run?.seed;
  const others = isSame ? known.sizes.filter(({ rows }) => rows !== size.rows) : [];
  return {
    ...fresh,
    sizes: [...others, size].sort((a, b) => a.rows - b.rows),
    estimates: isSame ? known.estimates : [],
  };
}
