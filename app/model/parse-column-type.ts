import type { ColumnType, ElementType } from "./column-type";

/** Digits of the decimals that are named by their width. */
const DECIMAL_DIGITS: Readonly<Record<string, number>> = {
  Decimal32: 9,
  Decimal64: 18,
  Decimal128: 38,
  Decimal256: 76,
};

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
  return { type: plainType(name, parameters) ?? { kind: "other" }, nullable: false, lowCardinality: false };
}

function plainType(name: string, parameters: readonly string[]): ColumnType | undefined {
  const integer = /^(U?)Int(8|16|32|64|128|256)$/.exec(name);
  if (integer) {
    const bits = Number(integer[2]) as 8 | 16 | 32 | 64 | 128 | 256;
    return { kind: "integer", bits, signed: integer[1] === "" };
  }
  switch (name) {
    case "Float32":
      return { kind: "float", bits: 32 };
    case "Float64":
      return { kind: "float", bits: 64 };
    case "Bool":
      return { kind: "bool" };
    case "String":
      return { kind: "string" };
    case "FixedString":
      return count(parameters[0], (length) => ({ kind: "fixed-string", length }));
    case "Date":
      return { kind: "date", bits: 16 };
    case "Date32":
      return { kind: "date", bits: 32 };
    case "DateTime":
      return { kind: "datetime", timezone: timezone(parameters[0]) };
    case "DateTime64":
      return count(parameters[0] ?? "3", (precision) => ({
        kind: "datetime64",
        precision,
        timezone: timezone(parameters[1]),
      }));
    case "Decimal":
      return count(parameters[0] ?? "10", (precision) =>
        count(parameters[1] ?? "0", (scale) => ({ kind: "decimal", precision, scale })),
      );
    case "Decimal32":
    case "Decimal64":
    case "Decimal128":
    case "Decimal256":
      return count(parameters[0], (scale) => ({ kind: "decimal", precision: DECIMAL_DIGITS[name]!, scale }));
    case "Enum8":
      return enumType(8, parameters);
    case "Enum16":
      return enumType(16, parameters);
    case "UUID":
      return { kind: "uuid" };
    case "Array":
      return parameters[0] === undefined
        ? undefined
        : { kind: "array", element: parseColumnType(parameters[0]) };
    default:
      return undefined;
  }
}

function count<T>(text: string | undefined, make: (value: number) => T | undefined): T | undefined {
  return text !== undefined && /^\d+$/.test(text) ? make(Number(text)) : undefined;
}

function timezone(literal: string | undefined): string {
  return literal === undefined ? "" : unquote(literal);
}

function enumType(bits: 8 | 16, parameters: readonly string[]): ColumnType | undefined {
  const values: (readonly [string, number])[] = [];
  for (const parameter of parameters) {
    const entry = /^('(?:[^'\\]|\\[^]|'')*')\s*=\s*(-?\d+)$/.exec(parameter);
    if (!entry) return undefined;
    values.push([unquote(entry[1]!), Number(entry[2])]);
  }
  return { kind: "enum", bits, values };
}

const ESCAPES: Readonly<Record<string, string>> = {
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
function unquote(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\x([0-9a-fA-F]{2})|\\([^])|''/g, (_, hex?: string, escaped?: string) =>
      hex !== undefined
        ? String.fromCharCode(parseInt(hex, 16))
        : escaped === undefined
          ? "'"
          : (ESCAPES[escaped] ?? escaped),
    );
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
    if (character === "'") i = endOfLiteral(inside, i);
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

function endOfLiteral(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && text[i] !== "'") i += text[i] === "\\" ? 2 : 1;
  return i;
}
