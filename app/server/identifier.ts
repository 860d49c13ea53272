/**
 * A name as ClickHouse writes identifiers in a statement: in backticks, with backslashes and backticks
 * escaped.
 */
export function quoteIdentifier(name: string): string {
  return "`" + name.replace(/[\\`]/g, "\\$&") + "`";
}
