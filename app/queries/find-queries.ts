import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { Refusal } from "../errors";
import { quoted } from "../request/quoted";
import { parseQueries } from "./parse-queries";
import type { Query } from "./query";

/** The package's own, for `images_analytical`. */
const IMAGES_QUERIES = path.resolve(__dirname, "../../../queries/images");

/**
 * The queries to measure: those of `given`, else of the folder `queries` in `folder` and of the project's code, else
 * the package's own. Those of files come first, in the order of the files' names.
 * @param given a file or a folder of files `*.sql`
 * @param folder of the project
 * @param isImages whether the package's own are for this table
 * @param declared those of the project's code
 * @throws Refusal `queries-missing`, or where a file holds something else
 */
export function findQueries(
  given: string | undefined,
  folder: string,
  isImages: boolean,
  declared: readonly Query[],
): Query[] {
  const own = path.join(folder, "queries");
  const hasOwn = declared.length > 0 || filesOf(own).length > 0;
  const from = given ?? (!hasOwn && isImages ? IMAGES_QUERIES : own);
  const files = filesOf(from);
  if (files.length === 0 && declared.length === 0) {
    const where = given === undefined ? `${from} holds no files *.sql` : `--queries ${given}: no files *.sql`;
    throw new Refusal(
      "queries-missing",
      `${where}: write queries there, one a file, or name a file or a folder with --queries`,
    );
  }
  const queries = [...files.flatMap((file) => parseQueries(readText(file), file)), ...declared];
  const names = new Set<string>();
  for (const { name, file } of queries) {
    if (names.has(name))
      throw new Refusal("query-unusable", `${file}: there are two queries named ${quoted(name)}`);
    names.add(name);
  }
  return queries;
}

/** Whether the package brings it. */
export function isOwnQuery({ file }: Query): boolean {
  return path.dirname(path.resolve(file)) === IMAGES_QUERIES;
}

function filesOf(place: string): string[] {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place)
    .filter((name) => /\.sql$/i.test(name))
    .sort()
    .map((name) => path.join(place, name));
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    throw new Refusal("query-unusable", `${file}: ${(error as Error).message}`);
  }
}
