/** The parts of a table's definition that decide what may happen to its rows. */
export interface TableEngine {
  /** E.g. `ReplacingMergeTree`, without `Replicated` or `Shared`. */
  readonly family: string;
  readonly replicated: boolean;
  /** The column by which a replacing engine chooses the row that stays; `undefined` where it has none. */
  readonly versionColumn: string | undefined;
  /** The column by which a replacing engine takes a row for deleted; `undefined` where it has none. */
  readonly deletedColumn: string | undefined;
  /** Whether a TTL removes rows, or groups them into others; one that moves or recompresses them does not. */
  readonly hasRowTtl: boolean;
}

/**
 * Where the rows lie of a table that has none of its own: the cluster, the table on each of its shards, and the
 * expression by which a row finds its shard, `undefined` where it has none or a random one; `undefined` for other
 * engines.
 */
export function distributedOver(
  engine: string,
  engineFull: string,
):
  { readonly cluster: string; readonly local: string; readonly shardingKey: string | undefined } | undefined {
  if (engine !== "Distributed") return undefined;
  const { inside } = split(engineFull);
  const [cluster, database, table] = inside.map((parameter) =>
    parameter.replace(/^'(.*)'$/s, "$1").replace(/\\(.)/gs, "$1"),
  );
  return {
    cluster: cluster!,
    local: `${database === "" ? "" : `${database}.`}${table}`,
    shardingKey: /^rand\w*\(/i.test(inside[3] ?? "rand()") ? undefined : inside[3],
  };
}

/** Reads `engine` and `engine_full` of `system.tables`. */
export function readTableEngine(engine: string, engineFull: string): TableEngine {
  const [, prefix, family] = /^(Replicated|Shared)?(.*)$/s.exec(engine)!;
  const { outside, inside } = split(engineFull);
  const columns = inside.filter((parameter) => !parameter.startsWith("'"));
  return {
    family: family!,
    replicated: prefix !== undefined,
    versionColumn: family === "ReplacingMergeTree" ? columns[0] : undefined,
    deletedColumn: family === "ReplacingMergeTree" ? columns[1] : undefined,
    hasRowTtl: ttlsOf(outside).some((ttl) => !KEEPS_ROWS.test(ttl)),
  };
}

const KEEPS_ROWS = / (?:TO DISK|TO VOLUME|RECOMPRESS CODEC)\b/;

/** The table's TTLs. ORDER BY and PARTITION BY can be followed by a column of that name. */
function ttlsOf(outside: string): string[] {
  const clause = /(?<!\bBY) TTL (.*?)(?: SETTINGS |$)/s.exec(outside)?.[1];
  return clause === undefined ? [] : clause.split(",");
}

/**
 * The expressions of a list as `system.tables` writes a sorting key, e.g. `a, intDiv(b, 2)`; names without
 * their backticks. A list of one that was written in parentheses still has them.
 */
export function splitList(list: string): string[] {
  const parts: string[] = [];
  let start = 0;
  scan(list, (at, depth) => {
    if (depth === 0 && list[at] === ",") {
      parts.push(list.slice(start, at));
      start = at + 1;
    }
  });
  parts.push(list.slice(start));
  return parts.map((part) => unquote(withoutParentheses(part.trim()))).filter((part) => part !== "");
}

/** What stands in the parentheses around the whole expression, where there are any. */
function withoutParentheses(expression: string): string {
  let end = -1;
  scan(expression, (at, depth) => {
    if (end < 0 && at > 0 && depth === 0) end = at;
  });
  return expression.startsWith("(") && end === expression.length - 1
    ? expression.slice(1, -1).trim()
    : expression;
}

/** `Name(inside) outside`: the parameters, and the rest without what stands in parentheses or backticks. */
function split(definition: string): { inside: string[]; outside: string } {
  const open = /^\w+\(/.exec(definition)?.[0].length;
  let close = 0;
  let outside = "";
  scan(definition, (at, depth, quoted) => {
    if (close === 0 && open !== undefined && depth === 0 && definition[at] === ")") close = at;
    else if (depth === 0 && !quoted) outside += definition[at];
  });
  return { inside: open === undefined ? [] : splitList(definition.slice(open, close)), outside };
}

/** Visits each character with the depth of the parentheses around it; what is in quotes comes as `quoted`. */
export function scan(text: string, visit: (at: number, depth: number, quoted: boolean) => void): void {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === "`" || character === "'") {
      for (visit(at++, depth, true); at < text.length && text[at] !== character; at++) {
        if (text[at] === "\\") at++;
      }
      continue;
    }
    if (character === ")") depth--;
    visit(at, depth, false);
    if (character === "(") depth++;
  }
}

function unquote(name: string): string {
  return /^`.*`$/s.test(name) ? name.slice(1, -1).replace(/\\(.)/gs, "$1") : name;
}
