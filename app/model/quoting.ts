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
  return literal
    .slice(1, -1)
    .replace(/\\x([0-9a-fA-F]{2})|\\([^])|''/g, (_, hex?: string, escaped?: string) =>
      hex !== undefined
        ? String.fromCharCode(parseInt(hex, 16))
        : escaped === undefined
          ? "'"
          : (UNESCAPED[escaped] ?? escaped),
    );
}

/** A name as ClickHouse writes identifiers: in backticks, with backslashes and backticks escaped. */
export function quoteIdentifier(name: string): string {
  return `\`${name.replace(/[\\`]/g, "\\$&")}\``;
}
