import type { ClickHouseClient } from "@clickhouse/client";
import { Refusal } from "../errors";
import type { Column, Model } from "../model/column";
import { quoteIdentifier, quoteString } from "../model/quoting";
import type { Range } from "../plan/range";
import type { ShardingKey } from "../plan/shards";
import { quoted } from "../request/quoted";
import { permitted } from "../server/permitted";
import { select } from "../server/select";
import { describeServerError } from "../server/server-error";
import { quoteTable, type TableName } from "../server/table-name";
import type { KeyedTable } from "./table-key";

/* Aliases here are names that no table has: an alias hides a column, which the key may name. */

/** What Distributed takes: UInt128 and wider are refused there. */
const INTEGER = /^(LowCardinality\()?U?Int(8|16|32|64)\)?$/;

/** A literal, or a name, with what follows it where it is that of a function. */
const WORDS = /'(?:[^'\\]|\\.|'')*'|(`(?:[^`\\]|\\.|``)*`|"(?:[^"\\]|\\.|"")*"|[A-Za-z_][\w.]*)(\s*\()?/g;

/** Columns without their names. */
const UNNAMED = /(^|[(,])\s*\*|\bCOLUMNS\s*\(/i;

/** The columns of a model that an expression names, whole or a part of them (`tuple.element`). */
export function columnsNamed(expression: string, model: Model): Column[] {
  const names = new Set(wordsOf(expression).flatMap(({ name, isFunction }) => (isFunction ? [] : [name])));
  return model.filter(({ name }) => [...names].some((word) => word === name || word.startsWith(`${name}.`)));
}

function wordsOf(expression: string): { name: string; isFunction: boolean }[] {
  return [...expression.matchAll(WORDS)].flatMap(([, word, opened]) =>
    word === undefined ? [] : [{ name: unquoted(word), isFunction: opened !== undefined }],
  );
}

function unquoted(word: string): string {
  const quote = word[0]!;
  if (quote !== "`" && quote !== '"') return word;
  return word
    .slice(1, -1)
    .replaceAll(quote + quote, quote)
    .replace(/\\(.)/gs, "$1");
}

/**
 * The number of a row's shard, from 0, as ClickHouse's Distributed computes it
 * (`src/Interpreters/createBlockSelector.cpp`): the key, as an unsigned integer of its own width, modulo the sum of the
 * weights, of which each shard has as many in a row as it weighs.
 */
export function shardExpression({ expression, weights }: ShardingKey): string {
  let sum = 0;
  const ends = weights.map((weight) => (sum += weight));
  return `arrayCount(end__ -> end__ <= reinterpretAsUInt64(${expression}\n) % ${sum}, [${ends.join(",")}])`;
}

/**
 * Whether the table's rows can be told apart by the key.
 * @param model of the table
 * @throws Refusal `sharding-key` where it is no expression over the table's columns, of an integer type, that has one
 * value for one row
 */
export async function checkShardingKey(
  client: ClickHouseClient,
  name: TableName,
  model: Model,
  { expression }: ShardingKey,
): Promise<void> {
  const refusal = (why: string) =>
    new Refusal("sharding-key", `--sharding-key ${quoted(expression)}: ${why}`);
  const bare = expression.replace(WORDS, (all, word?: string) => (word === undefined ? "''" : all));
  if (UNNAMED.test(bare)) throw refusal("name each column that it reads");
  const columns = columnsNamed(expression, model).map((column) => quoteIdentifier(column.name));
  // Whatever else it reads is not there when rows are made; and only a value of one row can be a condition.
  const source =
    columns.length === 0 ? quoteTable(name) : `(SELECT ${columns.join(", ")} FROM ${quoteTable(name)})`;
  const described = `DESCRIBE TABLE
    (SELECT (${expression}\n) AS key__ FROM ${source} WHERE NOT ignore(${expression}\n))`;
  const [found] = await select<{ type: string }>(client, described).catch((error: unknown) => {
    const { kind, heals, message } = describeServerError(error);
    throw kind === "answered" && !heals ? refusal(`ClickHouse says: ${message}`) : error;
  });
  if (!INTEGER.test(found!.type))
    throw refusal(`it has to be an integer of at most 64 bits, but is of the type ${found!.type}`);
  const changing = await changingFunction(client, wordsOf(expression), model);
  if (changing !== undefined)
    throw refusal(
      `${changing} may give a row another shard each time: leave the key out, and the shards take turns`,
    );
}

/** A function of which the server does not say that equal arguments give equal values; one of the user's own is such. */
async function changingFunction(
  client: ClickHouseClient,
  words: readonly { readonly name: string; readonly isFunction: boolean }[],
  model: Model,
): Promise<string | undefined> {
  // Some are called without parentheses: CURRENT_TIMESTAMP.
  const functions = words.filter((word) => word.isFunction || !model.some(({ name }) => name === word.name));
  // The column that says so has had two names.
  const known = await permitted(() =>
    select<Readonly<Record<"name" | "deterministic" | "is_deterministic", unknown>>>(
      client,
      `SELECT * FROM system.functions WHERE lower(name) IN (SELECT lower(arrayJoin({functions:Array(String)})))`,
      { functions: functions.map(({ name }) => name) },
    ),
  );
  const changing = known?.find(({ deterministic, is_deterministic: before }) => {
    const said = deterministic === undefined ? before : deterministic;
    return said !== undefined && Number(said) === 0;
  });
  return changing === undefined ? undefined : String(changing.name);
}

/**
 * Lets a server compute where rows belong.
 * @param columns that the key names
 * @param native the rows' values of these columns, in the format Native
 * @returns the number of each row's shard, from 0, in the order of the rows
 */
export async function shardsOfRows(
  client: ClickHouseClient,
  key: ShardingKey,
  columns: Model,
  native: Uint8Array,
): Promise<readonly number[]> {
  const values = Buffer.from(native).toString("base64");
  const structure = columns.map(({ name, clickhouseType }) => `${quoteIdentifier(name)} ${clickhouseType}`);
  // One thread keeps the rows in their order.
  const [found] = await select<{ shards__: number[] }>(
    client,
    `SELECT groupArray(${shardExpression(key)}) AS shards__
      FROM format(Native, ${quoteString(structure.join(", "))}, base64Decode('${values}'))`,
    {},
    { max_threads: 1, max_query_size: String(values.length + 262_144) },
  );
  return found!.shards__;
}

/**
 * Rows of a range that a shard holds although the key puts them on another one.
 * @param shard its number, from 0
 */
export async function strangersOn(
  client: ClickHouseClient,
  { name, key }: Pick<KeyedTable, "name" | "key">,
  shardedBy: ShardingKey,
  shard: number,
  range: Range,
): Promise<{ readonly rows: number; readonly range: Range }> {
  const [found] = await select<{ rows__: string; min__: string; max__: string }>(
    client,
    `SELECT count() AS rows__, toString(min(${key.rowNumber})) AS min__, toString(max(${key.rowNumber})) AS max__
      FROM ${quoteTable(name)} WHERE ${key.within(range)} AND ${shardExpression(shardedBy)} != ${shard}`,
  );
  const [first, last] = [Number(found!.min__), Number(found!.max__)];
  return { rows: Number(found!.rows__), range: { first, rows: last - first + 1 } };
}
