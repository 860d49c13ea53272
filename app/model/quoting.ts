const ESCAPES: Readonly<Record<string, string>> = {
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\0": "\\0",
  "\\": "\\\\",
  "'": "\\'",
};

/** A text as ClickHouse writes string literals: in quotes, escaped. */
export function quoteString(text: string): string {
  return `'${text.replace(/[\b\f\n\r\t\0\\']/g, (character) => ESCAPES[character]!)}'`;
}

/** What ClickHouse puts into backticks although it could stand without them. */
const RESERVED = /^(distinct|all|table|select|from)$/i;

/** A name as ClickHouse writes those of a tuple's elements: in backticks where it must be, escaped. */
export function printName(name: string): string {
  if (/^[A-Za-z_]\w*$/.test(name) && !RESERVED.test(name)) return name;
  return `\`${name.replace(/[\b\f\n\r\t\0\\`]/g, (character) => ESCAPES[character] ?? "\\`")}\``;
}

/**
 * The name that a text begins with, and what follows it behind blanks; `undefined` where it begins with none.
 */
export function splitName(text: string): readonly [name: string, rest: string] | undefined {
  const parts = /^(?:([A-Za-z_]\w*)|`((?:[^`\\]|\\[^])*)`)\s+(\S[^]*)$/.exec(text);
  if (!parts) return undefined;
  return [parts[1] ?? withoutEscapes(parts[2]!), parts[3]!];
}

const UNESCAPED: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  a: "\x07",
  e: "\x1b",
  "0": "\0",
};

/** The text of a ClickHouse string literal; see "Syntax, String" in ClickHouse's SQL reference. */
export function unquoteString(literal: string): string {
  return withoutEscapes(literal.slice(1, -1).replace(/(\\[^])|''/g, (_, escaped?: string) => escaped ?? "'"));
}

function withoutEscapes(text: string): string {
  return text.replace(/\\x([0-9a-fA-F]{2})|\\([^])/g, (_, hex: string | undefined, escaped: string) =>
    hex !== undefined ? String.fromCharCode(parseInt(hex, 16)) : (UNESCAPED[escaped] ?? escaped),
  );
}

/** A name as ClickHouse writes identifiers: in backticks, with backslashes and backticks escaped. */
export function quoteIdentifier(name: string): string {
  return `\`${name.replace(/[\\`]/g, "\\$&")}\``;
}
