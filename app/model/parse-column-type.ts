import type { ColumnType, ElementType } from "./column-type";
import type { ParseParameters } from "./types/type-description";
import { TYPE_ENTRIES } from "./types/type-entries";

const PARSERS: ReadonlyMap<string, ParseParameters<ColumnType>> = new Map(
  Object.values(TYPE_ENTRIES).flatMap(({ names }) => Object.entries<ParseParameters<ColumnType>>(names)),
);

/**
 * Reads a ClickHouse type as `system.columns` writes it, e.g. `Array(LowCardinality(Nullable(String)))`.
 * `Nullable` and `LowCardinality` become flags; `DateTime` without a time zone has `timezone` `""`; a type
 * that this package does not fill, or can't read, has kind `"other"`. Never throws.
 */
export function parseColumnType(clickhouseType: string): ElementType {
  const { name, parameters } = split(clickhouseType.trim());
  const inner = parameters[0];
  if (name === "LowCardinality" && inner !== undefined) {
    return { ...parseColumnType(inner), lowCardinality: true };
  }
  if (name === "Nullable" && inner !== undefined) {
    return { ...parseColumnType(inner), nullable: true };
  }
  const aggregated = parameters[1];
  if (name === "SimpleAggregateFunction" && aggregated !== undefined) return parseColumnType(aggregated);
  const type = PARSERS.get(name)?.(parameters, parseColumnType) ?? { kind: "other" };
  return { type, nullable: false, lowCardinality: false };
}

/** Splits `Name(a, b(c, d), 'e, f')` into its name and its parameters as written. */
function split(text: string): { name: string; parameters: string[] } {
  const open = text.indexOf("(");
  if (open < 0 || !text.endsWith(")")) return { name: text, parameters: [] };
  const inside = text.slice(open + 1, -1);
  const parameters: string[] = [];
  let start = 0;
  let depth = 0;
  for (let i = 0; i < inside.length; i++) {
    const character = inside[i];
    if (character === "'" || character === "`") i = endOfQuoted(inside, i);
    else if (character === "(") depth++;
    else if (character === ")") depth--;
    else if (character === "," && depth === 0) {
      parameters.push(inside.slice(start, i).trim());
      start = i + 1;
    }
  }
  const last = inside.slice(start).trim();
  if (last !== "") parameters.push(last);
  return { name: text.slice(0, open), parameters };
}

function endOfQuoted(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && text[i] !== text[start]) i += text[i] === "\\" ? 2 : 1;
  return i;
}
