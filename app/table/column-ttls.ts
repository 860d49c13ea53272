import { scan } from "./table-engine";

/**
 * The names of the columns that have a TTL; `system.columns` does not say.
 * @param createQuery `create_table_query` of `system.tables`, e.g. "CREATE TABLE a.b (`c` String TTL d + 1) ..."
 */
export function columnsWithTtl(createQuery: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const element of elements(createQuery)) {
    const name = /^`((?:[^`\\]|\\.)*)`/s.exec(element)?.[1];
    if (name !== undefined && / TTL /.test(plainText(element))) names.add(name.replace(/\\(.)/gs, "$1"));
  }
  return names;
}

/** What stands in the first parentheses, between the commas: columns, indices, constraints. */
function elements(createQuery: string): string[] {
  const found: string[] = [];
  let start: number | undefined;
  let done = false;
  scan(createQuery, (at, depth) => {
    const character = createQuery[at];
    if (done) return;
    if (start === undefined && character === "(") start = at + 1;
    else if (start !== undefined && (depth === 0 || (depth === 1 && character === ","))) {
      found.push(createQuery.slice(start, at).trim());
      start = at + 1;
      done = depth === 0;
    }
  });
  return found;
}

/** Without what stands in quotes or parentheses. */
function plainText(text: string): string {
  let plain = "";
  scan(text, (at, depth, quoted) => (plain += depth === 0 && !quoted ? text[at] : ""));
  return plain;
}
