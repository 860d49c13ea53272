import type { ClickHouseClient, ClickHouseSettings } from "@clickhouse/client";
import { Refusal } from "../errors";
import { quoteIdentifier } from "../model/quoting";
import { quoted } from "../request/quoted";
import { draw, idState } from "../rows/random/mix";
import { even } from "../rows/random/shapes";
import { Streams } from "../rows/random/stream";
import { quoteTable } from "../server/table-name";
import { describeServerError } from "../server/server-error";
import type { TableDefinition } from "../table/target-table";
import type { Query, QueryParameter } from "./query";

/** The values of a query's parameters in a run, by its number from 0. */
export type Binding = (run: number) => ParameterValues;

/** By the parameters' names, as text; `null` is NULL. */
export type ParameterValues = Readonly<Record<string, string | null>>;

/** Values of a parameter that are kept. */
const VALUES = 100;
const VERSION = 1;

/**
 * Reads values for a query's parameters, and says which a run has: the same for a seed, whatever the order of runs.
 * Values of a column are those of rows drawn by a hash of their sort key, so a frequent one comes often.
 * @throws Refusal `parameter-without-values`
 */
export async function bindParameters(
  client: ClickHouseClient,
  table: TableDefinition,
  query: Query,
  seed: string,
  settings: ClickHouseSettings,
): Promise<Binding> {
  const streams = new Streams(seed);
  const parts: { name: string; values: readonly (string | null)[]; base: number }[] = [];
  for (const parameter of query.parameters) {
    const { name, source } = parameter;
    const values =
      typeof source === "object"
        ? [source.value]
        : await readValues(client, source ?? columnValues(table, query, parameter), query, name, settings);
    parts.push({ name, values, base: streams.base(`queries/${query.name}/${name}`, VERSION) });
  }
  return (run) =>
    Object.fromEntries(
      parts.map(({ name, values, base }) => [
        name,
        values[even(draw(idState(base, run), 0), values.length)]!,
      ]),
    );
}

function columnValues(
  { name, facts }: TableDefinition,
  query: Query,
  { name: parameter }: QueryParameter,
): string {
  if (!facts.model.some((column) => column.name === parameter))
    throw new Refusal(
      "parameter-without-values",
      `${query.file}: ${quoteTable(name)} has no column of the parameter ${quoted(parameter)} of ${quoted(query.name)}: write -- param ${parameter}: SELECT ... in the query's file`,
    );
  const column = quoteIdentifier(parameter);
  const key = facts.sortingKey.map((expression) => `assumeNotNull(${expression})`).join(", ");
  return `SELECT toString(${column}) AS value FROM ${quoteTable(name)} WHERE isNotNull(${column})
    ORDER BY cityHash64(${key || column}), value LIMIT ${VALUES}`;
}

async function readValues(
  client: ClickHouseClient,
  source: string,
  { name, file }: Query,
  parameter: string,
  settings: ClickHouseSettings,
): Promise<string[]> {
  const rows = await client
    .query({ query: source, format: "JSONCompactStringsEachRow", clickhouse_settings: settings })
    .then((answer) => answer.json<[string]>())
    .catch((error: unknown) => {
      const { kind, message } = describeServerError(error);
      if (kind !== "answered") throw error;
      throw withoutValues(file, `param ${parameter} of ${quoted(name)}: ${message}`);
    });
  const values = rows.map(([value]) => value);
  if (values.length === 0)
    throw withoutValues(file, `there is no value for the parameter ${quoted(parameter)} of ${quoted(name)}`);
  // An answer without ORDER BY comes in any order.
  return values.sort();
}

function withoutValues(file: string, problem: string): Refusal {
  return new Refusal("parameter-without-values", `${file}: ${problem}`, { file });
}
