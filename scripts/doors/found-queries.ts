import { Refusal } from "../../app/errors";
import { findQueries } from "../../app/queries/find-queries";
import { parametersOf } from "../../app/queries/sql-text";
import type { Query } from "../../app/queries/query";
import type { DeclaredQuery } from "../../app/workflows/declared-queries";
import { ProjectCode } from "../project/project-code";
import { IMAGES, type Server } from "./server";

/** Whether code may export what Moose's template tag made; a project without it is not loaded. */
const HAS_SQL = /\bsql\b[^;]*\bfrom\s*["']@514labs\/moose-lib["']|\.sql(\.statement)?\s*`/;

/**
 * The queries to measure: of files, and those that the project's code exports.
 * @param given as `--queries` says; then the code is not asked
 * @param folder of the project, or the working directory
 * @throws as `findQueries`; `code-unreadable` where there are no others
 */
export async function foundQueries(
  given: string | undefined,
  { directory, name }: Pick<Server, "directory" | "name">,
  folder: string,
): Promise<Query[]> {
  const code = given === undefined && directory !== undefined && new ProjectCode(directory, process.env);
  const [declared, failure] = code && code.mentions(HAS_SQL) ? await exportedBy(code) : [[], undefined];
  try {
    const found = findQueries(given, folder, name.table === IMAGES, declared);
    if (failure !== undefined)
      process.stderr.write(`note: ${failure.message}; what it exports is left out\n`);
    return found;
  } catch (error) {
    throw error instanceof Refusal && error.code === "queries-missing" ? (failure ?? error) : error;
  }
}

/** @returns the queries, or why the code can't be loaded */
async function exportedBy(code: ProjectCode): Promise<[Query[], Refusal | undefined]> {
  try {
    return [(await code.queries()).map((query) => asQuery(query, code.index)), undefined];
  } catch (error) {
    if (error instanceof Refusal) return [[], error];
    throw error;
  }
}

function asQuery({ name, sql, values }: DeclaredQuery, file: string): Query {
  const parameters = parametersOf(sql).map((parameter) => {
    const value = values[parameter.name];
    return { ...parameter, source: value === undefined ? undefined : { value } };
  });
  return { name, sql, parameters, expects: undefined, file };
}
