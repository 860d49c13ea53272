import type { Generator, Scalar, Skew, Spread } from "./generator";

/** Most values of a list that are named. */
const MOST_NAMED = 4;

type Describers = {
  readonly [K in Generator["kind"]]: (generator: Extract<Generator, { kind: K }>) => string;
};

const DESCRIBERS: Describers = {
  constant: ({ value }) => `always ${JSON.stringify(value)}`,
  choice: ({ values, weights, skew }) => `one of ${list(values, weights)}${skewed(skew)}`,
  number: ({ min, max, scale = 0, spread, quantiles }) =>
    `${scale === 0 ? "whole number" : `${scale} decimals`} ${min} to ${max}${quantiles ? ", by quantiles" : spreadOf(spread)}`,
  boolean: ({ share }) => `true in ${percent(share)}`,
  time: ({ from, to, unit, spread }) => `${unit ?? "second"} from ${from} to ${to}${spreadOf(spread)}`,
  rising: ({ from, perDay, season }) =>
    `rises from ${from}, ${perDay} rows a day${season ? `, by the season of a ${season}` : ""}`,
  after: ({ column, min, max, spread }) =>
    `${seconds(min)} to ${seconds(max)} after ${column}${spreadOf(spread)}`,
  between: ({ from, to }) => `from ${from} to ${to}`,
  template: ({ text }) => `text ${text}`,
  sentence: ({ min, max }) => `sentence of ${min} to ${max} words`,
  vocabulary: ({ name, skew }) => `word of ${name}${skewed(skew)}`,
  identifier: ({ form, length = 12, prefix = "" }) =>
    form === "uuid" ? "random UUID" : `${prefix ? `${prefix} and ` : ""}${length} characters, ${form}`,
  unique: ({ min, max }) => `${min} to ${max}, each once`,
  array: ({ of, min, max }) => `${min} to ${max} of: ${describeGenerator(of)}`,
  map: ({ keys, value }) => `map of ${list(keys)}: ${describeGenerator(value)}`,
  object: ({ fields }) =>
    Object.entries(fields)
      .map(([name, of]) => `${name}: ${describeGenerator(of)}`)
      .join("; "),
  nullable: ({ share, of }) => `NULL in ${percent(share)}, else ${describeGenerator(of)}`,
  when: ({ column, is, of }) => `${describeGenerator(of)} where ${column} is ${list(is)}, else NULL`,
  per: ({ column, of }) => `one for each ${column}: ${describeGenerator(of)}`,
  run: ({ rows, of }) => `the same for about ${rows} rows: ${describeGenerator(of)}`,
  computed: ({ operation, columns }) => `${operation} of ${columns.join(", ")}`,
  reference: ({ to, column }) => `${column ?? "the key"} of the row of ${to}`,
  ordinal: () => "its number among its siblings",
  total: ({ of, column }) => (column ? `sum of ${column} over its ${of}` : `how many ${of} it has`),
  group: ({ group, per }) => `of the group ${group}${per === undefined ? "" : `, one for each ${per}`}`,
};

/** A generator in a few words, for people. */
export function describeGenerator(generator: Generator): string {
  const describe = DESCRIBERS[generator.kind] as (generator: Generator) => string;
  return describe(generator);
}

function list(values: readonly Scalar[], weights?: readonly number[]): string {
  const all = weights?.reduce((sum, weight) => sum + weight, 0);
  const named = values
    .slice(0, MOST_NAMED)
    .map((value, i) =>
      all ? `${JSON.stringify(value)} ${percent(weights![i]! / all)}` : JSON.stringify(value),
    );
  return values.length > MOST_NAMED ? `${values.length}: ${named.join(", ")}, ...` : named.join(", ");
}

const percent = (share: number): string => `${Number((share * 100).toFixed(1))} %`;
const spreadOf = (spread?: Spread): string => (spread && spread !== "uniform" ? `, ${spread}` : "");
const skewed = (skew?: Skew): string => (skew ? ", the first ones most often" : "");

function seconds(count: number): string {
  for (const [unit, size] of [
    ["d", 86_400],
    ["h", 3_600],
    ["min", 60],
  ] as const)
    if (count !== 0 && count % size === 0) return `${count / size} ${unit}`;
  return `${count} s`;
}
