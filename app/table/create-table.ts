import type { OlapTable } from "@514labs/moose-lib";
import { Refusal } from "../errors";
import { isMooseEnum, type MooseColumn, mooseColumnType } from "../model/moose-column-type";
import { quoteIdentifier, quoteString } from "../model/quoting";
import { quoteTable, type TableName } from "../server/table-name";

/** The parts of an OlapTable's configuration that determine its DDL, whatever the engine. */
interface TableConfig {
  readonly engine?: string;
  readonly database?: string;
  readonly cluster?: string;
  readonly ver?: string;
  readonly isDeleted?: string;
  readonly sign?: string;
  readonly columns?: readonly string[];
  readonly orderByFields?: readonly string[];
  readonly orderByExpression?: string;
  readonly primaryKeyExpression?: string;
  readonly partitionBy?: string;
  readonly sampleByExpression?: string;
  readonly ttl?: string;
  readonly settings?: Readonly<Record<string, string>>;
  readonly indexes?: readonly {
    readonly name: string;
    readonly expression: string;
    readonly type: string;
    readonly arguments?: readonly string[];
    readonly granularity?: number;
  }[];
  readonly projections?: readonly { readonly name: string; readonly body: string }[];
  readonly constraints?: readonly {
    readonly name: string;
    readonly expression: string;
    readonly type: string;
  }[];
}

/** What Moose writes into every table of the MergeTree family. */
const DEFAULT_SETTINGS = {
  enable_mixed_granularity_parts: "1",
  index_granularity: "8192",
  index_granularity_bytes: "10485760",
};

/**
 * The statement that creates a table as Moose 0.6.533 would: Moose plans no change afterwards. Does nothing
 * where the table exists.
 * @param database where the table's own configuration names none
 * @param other the table to create instead
 * @throws Refusal for engines outside the MergeTree family, replicated or clustered tables, and columns of
 * nested or aggregation types: only Moose creates those
 */
export function createTableSql(table: OlapTable<any>, database: string, other?: TableName): string {
  const config = table.config as TableConfig;
  const name = serverName(table);
  const created = other ?? { database: config.database ?? database, table: name };
  const columns = table.columnArray as readonly MooseColumn[];
  if (config.cluster !== undefined) throw onlyMoose(name, `is on the cluster ${config.cluster}`);
  const parts = [
    ...columns.map((column) => columnSql(column, name)),
    ...(config.indexes ?? []).map(indexSql),
    ...(config.projections ?? []).map(({ name, body }) => `PROJECTION ${quoteIdentifier(name)} (${body})`),
    ...(config.constraints ?? []).map(
      ({ name, expression, type }) => `CONSTRAINT ${quoteIdentifier(name)} ${type} (${expression})`,
    ),
  ];
  return [
    `CREATE TABLE IF NOT EXISTS ${quoteTable(created)}`,
    `(\n  ${parts.join(",\n  ")}\n)`,
    `ENGINE = ${engineSql(config, name)}`,
    ...keySql(config, columns),
    ...clause("PARTITION BY", config.partitionBy),
    ...clause("SAMPLE BY", config.sampleByExpression),
    ...clause("TTL", config.ttl),
    `SETTINGS ${settingsSql(config.settings)}`,
  ].join("\n");
}

/** The name that a declared table has on the server. */
export function serverName({ name, config }: OlapTable<any>): string {
  const { version } = config as { version?: string };
  return version === undefined ? name : `${name}_${version.replaceAll(".", "_")}`;
}

function onlyMoose(table: string, reason: string): Refusal {
  return new Refusal(
    "table-not-creatable",
    `Table ${table} ${reason}: let Moose create it (moose dev, or moose migrate)`,
    {
      table,
    },
  );
}

function columnSql(column: MooseColumn, table: string): string {
  const type = mooseColumnType(column);
  // The server takes top-level ones apart, unless it is told otherwise, as Moose does.
  if (type === undefined || type.startsWith("Nested("))
    throw onlyMoose(table, `has a column ${column.name} of a type that is not created here`);
  const comment = commentText(column);
  return [
    quoteIdentifier(column.name),
    type,
    ...clause("DEFAULT", column.default),
    ...clause("MATERIALIZED", column.materialized),
    ...clause("ALIAS", column.alias),
    ...(comment === "" ? [] : [`COMMENT ${quoteString(comment)}`]),
    ...(column.codec === null ? [] : [`CODEC(${column.codec})`]),
    ...clause("TTL", column.ttl),
  ].join(" ");
}

/** Moose keeps the TypeScript names of an enum's members in the column's comment. */
function commentText({ comment, data_type: type }: MooseColumn): string {
  if (!isMooseEnum(type)) return comment ?? "";
  const members = type.values.map(({ name, value }) => ({
    name,
    value: "Int" in value ? value.Int : value.String,
  }));
  const metadata = JSON.stringify({ version: 1, enum: { name: type.name, members } });
  return [comment, `[MOOSE_METADATA:DO_NOT_MODIFY] ${metadata}`].filter(Boolean).join(" ");
}

function engineSql(config: TableConfig, table: string): string {
  const engine = config.engine ?? "MergeTree";
  const parameters = engineParameters(engine, config);
  if (parameters === undefined) throw onlyMoose(table, `has the engine ${engine}`);
  const given = parameters.filter((name) => name !== undefined);
  return given.length === 0 ? engine : `${engine}(${given.map(quoteIdentifier).join(", ")})`;
}

function engineParameters(engine: string, config: TableConfig): (string | undefined)[] | undefined {
  switch (engine) {
    case "MergeTree":
    case "AggregatingMergeTree":
      return [];
    case "ReplacingMergeTree":
      return [config.ver, config.isDeleted];
    case "SummingMergeTree":
      return [...(config.columns ?? [])];
    case "CollapsingMergeTree":
      return [config.sign];
    case "VersionedCollapsingMergeTree":
      return [config.sign, config.ver];
    default:
      return undefined;
  }
}

function keySql(config: TableConfig, columns: readonly MooseColumn[]): string[] {
  const keys = columns.filter((column) => column.primary_key).map(({ name }) => name);
  const primary = config.primaryKeyExpression ?? (keys.length > 0 ? list(keys) : undefined);
  const fields = config.orderByFields ?? [];
  const order =
    config.orderByExpression ?? (fields.length > 0 ? list(fields) : keys.length > 0 ? list(keys) : undefined);
  return [...clause("PRIMARY KEY", primary && tuple(primary)), ...clause("ORDER BY", order && tuple(order))];
}

function indexSql(index: NonNullable<TableConfig["indexes"]>[number]): string {
  const parameters = index.arguments?.length ? `(${index.arguments.join(", ")})` : "";
  return `INDEX ${quoteIdentifier(index.name)} ${index.expression} TYPE ${index.type}${parameters} GRANULARITY ${index.granularity ?? 1}`;
}

function settingsSql(settings: TableConfig["settings"]): string {
  return Object.entries({ ...DEFAULT_SETTINGS, ...settings })
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name} = ${/^-?\d+(\.\d+)?$/.test(value) ? value : quoteString(value)}`)
    .join(", ");
}

function clause(keyword: string, text: string | null | undefined): string[] {
  return text === undefined || text === null || text === "" ? [] : [`${keyword} ${text}`];
}

function list(names: readonly string[]): string {
  return `(${names.map(quoteIdentifier).join(", ")})`;
}

function tuple(expression: string): string {
  return expression.startsWith("(") && expression.endsWith(")") ? expression : `(${expression})`;
}
