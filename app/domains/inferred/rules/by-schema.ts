import type { ColumnType } from "../../../model/column-type";
import type { ValueSchema } from "../../../model/value-schema";
import type { Generator } from "../../spec/generator";
import { identifier, template, UUID } from "../names/generators";
import { byName } from "./by-name";
import { examplesOf } from "./pattern-examples";
import type { Inferred, Rule } from "./rule";

/** What the declaration says of values: literal unions, formats, patterns, ranges. */
export const bySchema: Rule = (column, facts) => {
  const schema = facts.schemas?.[column.name];
  if (schema === undefined) return [];
  const { values, format, pattern } = schema;
  const isText = column.type.kind === "string" || column.type.kind === "fixed-string";
  const found: Inferred[] = [];
  if (values) found.push({ generator: { kind: "choice", values }, rule: "the declaration's values" });
  const formatted = format === undefined ? [] : (FORMATS[format] ?? []);
  for (const generator of isText ? formatted : []) found.push({ generator, rule: `format ${format}` });
  if (pattern !== undefined && isText) {
    const examples = examplesOf(pattern);
    if (examples) found.push({ generator: { kind: "choice", values: examples }, rule: `pattern ${pattern}` });
  }
  const range = rangeOf(schema, column.type, byName(column, facts)[0]?.generator);
  if (range) found.push(range);
  return found;
};

/** By the names of JSON Schema and typia. */
const FORMATS: Readonly<Record<string, readonly Generator[]>> = {
  email: [template("{firstName|slug}.{lastName|slug}{1-99}@{hostname}")],
  "idn-email": [template("{firstName|slug}.{lastName|slug}{1-99}@{hostname}")],
  uuid: [UUID],
  uri: [template("https://www.{hostname}/{word}/{1-9999}")],
  url: [template("https://www.{hostname}/{word}/{1-9999}")],
  "uri-reference": [template("/{word}/{1-9999}")],
  hostname: [{ kind: "vocabulary", name: "hostname" }],
  ipv4: [template("198.18.{0-255}.{1-254}")],
  ipv6: [template("2001:db8:{hex4}:{hex4}::{hex4}")],
  date: [{ kind: "time", from: "2024-01-01", to: "2025-12-31", unit: "day" }],
  byte: [identifier("hex", 16)],
  password: [identifier("alphanumeric", 16)],
};

/** A range of the declaration; an end that it leaves open, and how values lie in it, are as the name has them. */
function rangeOf(schema: ValueSchema, type: ColumnType, named: Generator | undefined): Inferred | undefined {
  if (!["integer", "float", "decimal"].includes(type.kind)) return undefined;
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const low = minimum ?? exclusiveMinimum;
  const high = maximum ?? exclusiveMaximum;
  // Unsigned types say 0 of themselves.
  if (low === undefined && high === undefined) return undefined;
  if (high === undefined && low === 0 && exclusiveMinimum === undefined && type.kind === "integer")
    return undefined;
  const usual = named?.kind === "number" ? named : undefined;
  const scale = usual?.scale ?? (type.kind === "integer" ? 0 : high !== undefined && high <= 1 ? 4 : 2);
  const least = 10 ** -scale;
  const min = low ?? Math.min(usual?.min ?? 0, high!);
  const max = high ?? Math.max(usual?.max ?? 1_000, low! + 1_000);
  const bounds = {
    min: round(min + (low !== undefined && minimum === undefined ? least : 0), scale),
    max: round(max - (high !== undefined && maximum === undefined ? least : 0), scale),
  };
  const generator: Generator = {
    kind: "number",
    ...bounds,
    ...(scale > 0 && { scale }),
    ...(usual?.spread && { spread: usual.spread }),
  };
  return { generator, rule: `range ${low ?? "..."} to ${high ?? "..."} of the declaration` };
}

const round = (value: number, scale: number): number => Math.round(value * 10 ** scale) / 10 ** scale;
