import { Refusal } from "../errors";
import { quoted } from "../request/quoted";
import type { Query } from "./query";
import { onlyReads, parametersOf, statementsOf } from "./sql-text";

/**
 * The queries of a file: one statement, or several, each behind a comment `-- name: gender by region`. Comments
 * `-- param country: SELECT ...` and `-- expect: shares of gender` say more of the query that they stand with.
 * @param file its path, for messages; without a name, a query has the file's
 * @throws Refusal `query-unusable`
 */
export function parseQueries(text: string, file: string): Query[] {
  const parts = text.split(/^(?=[ \t]*--[ \t]*name[ \t]*:)/im);
  const [first, ...rest] = parts;
  const isNamed = /^[ \t]*--[ \t]*name[ \t]*:/i.test(first!);
  // What stands above the first name belongs to no query, unless there is no name.
  const isHeader = rest.length > 0 && statementsOf(first!).length === 0;
  const queries = (isHeader ? rest : parts).map((part) => parseQuery(part, file));
  const unnamed = !isNamed && !isHeader && rest.length > 0 ? queries[0] : undefined;
  if (unnamed !== undefined)
    throw unusable(file, "its first statement has no name: write -- name: ... above it");
  return queries;
}

function parseQuery(part: string, file: string): Query {
  const said = (what: string) =>
    new RegExp(`^[ \\t]*--[ \\t]*${what}[ \\t]*:[ \\t]*(.*?)[ \\t\\r]*$`, "im").exec(part)?.[1];
  const name = said("name") || file.replace(/^.*[/\\]/, "").replace(/\.sql$/i, "");
  const statements = statementsOf(part);
  const problem =
    statements.length === 0
      ? "holds no statement"
      : statements.length > 1
        ? "holds several statements: give each a comment -- name: ... above it"
        : onlyReads(statements[0]!)
          ? undefined
          : "is not a SELECT or WITH: queries only reads";
  if (problem !== undefined) throw unusable(file, `the query ${quoted(name)} ${problem}`);
  const sql = statements[0]!;
  const sources = new Map(
    [...part.matchAll(/^[ \t]*--[ \t]*param[ \t]+([A-Za-z_]\w*)[ \t]*:[ \t]*(.*?)[ \t\r;]*$/gim)].map(
      ([, parameter, source]) => [parameter!, source!] as const,
    ),
  );
  const parameters = parametersOf(sql);
  for (const [parameter, source] of sources) {
    if (!parameters.some((one) => one.name === parameter))
      throw unusable(file, `the query ${quoted(name)} has no parameter {${parameter}:...}`);
    if (statementsOf(source).length !== 1 || !onlyReads(source))
      throw unusable(file, `param ${parameter} of ${quoted(name)} needs one SELECT that gives its values`);
  }
  return {
    name,
    sql,
    parameters: parameters.map((one) => ({ ...one, source: sources.get(one.name) })),
    expects: said("expect") || undefined,
    file,
  };
}

function unusable(file: string, problem: string): Refusal {
  return new Refusal("query-unusable", `${file}: ${problem}`, { file });
}
