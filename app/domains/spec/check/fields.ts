import { VOCABULARIES } from "../../vocabulary/vocabularies";
import type { Generator } from "../generator";
import { parseInstant } from "../kinds/instant";
import { SpecFault } from "../spec-fault";

/** Says what a field must be where a value is not that. */
type Check = (value: unknown) => string | undefined;

interface Field {
  readonly check: Check;
  readonly optional?: boolean;
}

type Fields = Readonly<Record<string, Field>>;

const is =
  (what: string, holds: (value: unknown) => boolean): Check =>
  (value) =>
    holds(value) ? undefined : what;

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isWhole = (least: number, most: number) => (value: unknown) =>
  Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isScalar = (value: unknown): boolean =>
  value === null || typeof value === "string" || typeof value === "boolean" || isNumber(value);
const listOf = (value: unknown, least: number, holds: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length >= least && value.length <= 65_535 && value.every(holds);
const oneOf = (...words: readonly string[]): Check =>
  is(`one of ${words.join(", ")}`, (value) => words.includes(value as string));

const number = is("a number", isNumber);
const whole = is("a whole number of up to 2^53", isWhole(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER));
const count = (least: number, most: number): Check =>
  is(`a whole number from ${least} to ${most.toLocaleString("en-US")}`, isWhole(least, most));
const share = is("a share from 0 to 1", (value) => isNumber(value) && value >= 0 && value <= 1);
const text = is("a text", (value) => typeof value === "string");
const name = is("a name", (value) => typeof value === "string" && value !== "");
const generator = is("a generator with a kind", isObject);
const instant = is(
  "an instant from 1900 to 2299, such as 2024-01-31 or 2024-01-31T23:59:59",
  (value) => typeof value === "string" && parseInstant(value, "microsecond") !== undefined,
);
const numbers = (least: number): Check =>
  is(`a list of ${least} to 65,535 numbers`, (value) => listOf(value, least, isNumber));
const names = is("a list of names", (value) => listOf(value, 1, (one) => typeof one === "string"));
const skew = is(
  "{ zipf: a number above 0 }",
  (value) => isObject(value) && "zipf" in value && isNumber(value.zipf) && value.zipf > 0,
);
const scalars = is("a list of 1 to 65,535 values, all texts, numbers or booleans, or null", (value) => {
  if (!listOf(value, 1, isScalar)) return false;
  return new Set((value as unknown[]).filter((one) => one !== null).map((one) => typeof one)).size <= 1;
});

const must = (check: Check): Field => ({ check });
const may = (check: Check): Field => ({ check, optional: true });

const spread = may(oneOf("uniform", "normal", "lognormal", "exponential"));
const unit = may(oneOf("day", "second", "millisecond", "microsecond"));
const scale = may(count(0, 9));
const elements = must(count(0, 100_000));

/** What each kind of generators may have. */
export const FIELDS: Readonly<Record<Generator["kind"], Fields>> = {
  constant: { value: must(is("a text, a number, a boolean or null", isScalar)) },
  choice: { values: must(scalars), weights: may(numbers(1)), skew: may(skew) },
  number: { min: must(number), max: must(number), scale, spread, quantiles: may(numbers(2)) },
  boolean: { share: must(share) },
  time: { from: must(instant), to: must(instant), unit, spread },
  rising: {
    from: must(instant),
    perDay: must(is("a number above 0", (value) => isNumber(value) && value > 0)),
    unit,
    season: may(oneOf("week", "day")),
  },
  after: { column: must(name), min: must(number), max: must(number), unit, spread },
  between: { from: must(name), to: must(name), unit },
  template: { text: must(text) },
  sentence: { min: must(count(1, 10_000)), max: must(count(1, 10_000)) },
  vocabulary: { name: must(oneOf(...VOCABULARIES)), skew: may(skew) },
  identifier: {
    form: must(oneOf("uuid", "hex", "digits", "alphanumeric")),
    length: may(count(1, 1024)),
    prefix: may(text),
  },
  unique: { min: must(whole), max: must(whole) },
  array: { of: must(generator), min: elements, max: elements, spread, lengths: may(name) },
  map: { keys: must(names), value: must(generator), min: elements, max: elements },
  object: {
    fields: must(is("generators by name", (value) => isObject(value) && Object.keys(value).length > 0)),
  },
  nullable: { share: must(share), of: must(generator) },
  when: { column: must(name), is: must(scalars), of: must(generator) },
  per: { column: must(name), of: must(generator) },
  run: { rows: must(count(2, 500_000)), of: must(generator) },
  computed: {
    operation: must(oneOf("sum", "difference", "product", "concat", "copy")),
    columns: must(names),
    scale,
    min: may(number),
    max: may(number),
  },
  reference: { to: must(name), column: may(name) },
  ordinal: {},
  total: { of: must(name), column: may(name) },
  group: { group: must(name), per: may(name) },
};

/**
 * Checks that plain data is a generator, as far as each field goes by itself.
 * @throws SpecFault
 */
export function checkFields(data: unknown): Generator {
  const kinds = Object.keys(FIELDS).join(", ");
  if (!isObject(data) || !("kind" in data)) throw new SpecFault("it has no kind", `use one of ${kinds}`);
  const { kind, ...given } = data as { kind: unknown } & Record<string, unknown>;
  const fields =
    typeof kind === "string" && Object.hasOwn(FIELDS, kind) ? FIELDS[kind as Generator["kind"]] : undefined;
  if (fields === undefined)
    throw new SpecFault(`its kind ${JSON.stringify(kind)} is unknown`, `use one of ${kinds}`);
  const known = Object.keys(fields);
  const unknown = Object.keys(given).find((field) => !known.includes(field));
  if (unknown !== undefined)
    throw new SpecFault(
      `the kind "${kind as string}" has no "${unknown}"`,
      known.length > 0 ? `it has ${known.join(", ")}` : "leave it out",
    );
  for (const [field, { check, optional }] of Object.entries(fields)) {
    const value = given[field];
    if (value === undefined && optional) continue;
    const wanted = check(value);
    if (wanted !== undefined)
      throw new SpecFault(
        `its "${field}" is ${value === undefined ? "missing" : shown(value)}`,
        `give ${wanted}`,
      );
  }
  return data as Generator;
}

function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 60 ? `${json.slice(0, 57)}...` : json;
}
