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

/** A name as ClickHouse writes identifiers: in backticks, with backslashes and backticks escaped. */
export function quoteIdentifier(name: string): string {
  return `\`${name.replace(/[\\`]/g, "\\$&")}\``;
}
